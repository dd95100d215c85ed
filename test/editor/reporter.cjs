// mocha's own report, closed by one plain line that can be counted.
const { reporters } = require('mocha');

module.exports = class extends reporters.Spec {
	epilogue() {
		super.epilogue();
		const { passes, failures, pending } = this.stats;
		console.log(`${passes} passed, ${failures} failed${pending ? `, ${pending} skipped` : ''}`);
	}
};
