import type { ProblemWords } from '../words';

/** Why a text is no YAML, or not the YAML it looks like. */
export const yamlProblems = {
	'yaml/syntax': {
		en: 'This is not valid YAML: check indentation, colons and quotes near here.',
		ko: 'YAML 문법에 맞지 않는다. 이 근처의 들여쓰기, 콜론, 따옴표를 확인한다.',
	},
	'yaml/encoding': {
		en: 'The file is not UTF-8, the only encoding that kubectl reads reliably. Save it as UTF-8.',
		ko: '파일이 UTF-8이 아니다. kubectl이 제대로 읽는 인코딩은 UTF-8뿐이니 UTF-8로 저장한다.',
	},
	'yaml/look-alike': {
		en: 'This character looks like one that YAML knows and is another. It usually came along with text copied from a web page or a chat.',
		ko: 'YAML이 아는 문자와 비슷하게 생겼지만 다른 문자다. 웹 페이지나 메신저에서 복사할 때 흔히 딸려 온다.',
	},
	'yaml/control-character': {
		en: 'A control character stands here and cannot be seen. YAML takes none.',
		ko: '눈에 보이지 않는 제어 문자가 있다. YAML은 제어 문자를 받지 않는다.',
	},
	'yaml/foreign-line': {
		en: 'This line is not part of the manifest: it came along when it was copied. Remove it.',
		ko: '매니페스트의 일부가 아니라 복사할 때 딸려 온 줄이다. 지운다.',
	},
	'yaml/conflict': {
		en: 'A merge conflict of git is not settled yet: choose one of the two sides and remove the marks.',
		ko: 'git 병합 충돌이 아직 남아 있다. 둘 중 하나를 고르고 표시를 지운다.',
	},
	'yaml/directive': {
		en: 'kubectl reads YAML 1.1 and takes no directive: it would stop here. The line is not needed.',
		ko: 'kubectl은 YAML 1.1을 읽고 지시자를 받지 않아 여기서 멈춘다. 이 줄은 없어도 된다.',
	},
	'yaml/separator': {
		en: 'Behind `---` only a comment may stand. What belongs to the document begins on the next line.',
		ko: '`---` 뒤에는 주석만 올 수 있다. 문서의 내용은 다음 줄부터 적는다.',
	},
	'yaml/missing-separator': {
		en: 'A second object begins here, and no `---` stands between. kubectl takes both for one, and what the first says is lost.',
		ko: '여기서 두 번째 오브젝트가 시작되는데 사이에 `---`가 없다. kubectl은 둘을 하나로 읽어 앞의 내용을 잃는다.',
	},
	'yaml/needs-quotes': {
		en: 'YAML reads this value as something else than text: `*`, `&`, `!`, `%`, `@` and a backtick begin it, or a colon and a space stand inside. Put it in quotes.',
		ko: '`*`, `&`, `!`, `%`, `@`, 백틱으로 시작하거나 콜론 뒤에 공백이 있으면 YAML이 다른 뜻으로 읽는다. 값을 따옴표로 감싼다.',
	},
	'yaml/space-after-colon': {
		en: 'A space is missing behind the colon: without it YAML takes key and value for one word.',
		ko: '콜론 뒤에 공백이 없다. 공백이 없으면 YAML은 키와 값을 한 단어로 읽는다.',
	},
	'yaml/space-after-dash': {
		en: 'A space is missing behind the dash: without it the dash belongs to the word and begins no item.',
		ko: '대시 뒤에 공백이 없다. 공백이 없으면 목록의 항목이 아니라 단어의 일부로 읽는다.',
	},
	'yaml/missing-colon': {
		en: 'A key ends with a colon. Without it YAML takes the word for a value.',
		ko: '키는 콜론으로 끝나야 한다. 콜론이 없으면 YAML은 값으로 읽는다.',
	},
	'yaml/own-line': {
		en: 'What belongs below a key begins on a line of its own: a second colon or a dash cannot follow on the same one.',
		ko: '키 아래에 들어가는 내용은 다음 줄에서 시작한다. 같은 줄에 콜론이나 대시를 또 쓸 수 없다.',
	},
	'yaml/unclosed-quote': {
		en: 'The quote that opens here does not close, so all that follows belongs to the text.',
		ko: '여기서 연 따옴표가 닫히지 않아 뒤의 내용이 모두 문자열에 들어간다.',
	},
	'yaml/unclosed-bracket': {
		en: 'The bracket that opens here does not close.',
		ko: '여기서 연 괄호가 닫히지 않았다.',
	},
	'yaml/extra-bracket': {
		en: 'This bracket closes nothing: it was closed before.',
		ko: '이미 닫았는데 괄호가 하나 더 있다.',
	},
	'yaml/missing-comma': {
		en: 'Between brackets a comma separates one item from the next.',
		ko: '괄호 안에서는 항목 사이에 쉼표를 넣는다.',
	},
	'yaml/escape': {
		en: 'In double quotes a backslash begins an escape such as `\\n`, and this is none. Double it, or use single quotes.',
		ko: '큰따옴표 안의 백슬래시는 `\\n` 같은 이스케이프의 시작인데 이런 이스케이프는 없다. 두 번 쓰거나 작은따옴표로 감싼다.',
	},
	'yaml/alias': {
		en: '`*` and a name stand for what `&` and the same name marked above. There is no such mark in this document.',
		ko: '`*`와 이름은 위에서 같은 이름으로 `&`를 붙인 값을 가리킨다. 이 문서에는 그런 앵커가 없다.',
	},
	'yaml/indentation': {
		en: 'The line stands in a column that fits nothing above it. Keys of one object stand in one column.',
		ko: '이 줄의 들여쓰기가 위의 어느 줄과도 맞지 않는다. 한 오브젝트의 키는 같은 칸에서 시작해야 한다.',
	},
	'yaml/list-depth': {
		en: 'The dash stands in a column that fits nothing above it. The dashes of a list stand in one column, at that of their key or deeper.',
		ko: '대시의 위치가 위의 어느 줄과도 맞지 않는다. 한 목록의 대시는 같은 칸에, 키와 같은 칸이나 더 안쪽에 둔다.',
	},
	'yaml/block-text': {
		en: 'The text below `|` or `>` stands deeper than what it belongs to; where it does not, it ends.',
		ko: '`|`나 `>` 아래의 글은 그 키나 대시보다 안쪽에 있어야 한다. 그렇지 않으면 글이 거기서 끝난다.',
	},
	'json/between-objects': {
		en: 'JSON objects follow one another with nothing between them; only a list has commas.',
		ko: 'JSON 오브젝트를 이어 적을 때는 사이에 아무것도 넣지 않는다. 쉼표는 목록에만 쓴다.',
	},
	'json/then-yaml': {
		en: 'After two JSON objects kubectl takes the rest of the file for JSON too. Separate all of them with `---`, or keep YAML in a file of its own.',
		ko: 'JSON 오브젝트가 두 개 나오면 kubectl은 파일의 나머지도 JSON으로 읽는다. 모두 `---`로 나누거나 YAML을 다른 파일에 둔다.',
	},
	'json/comment': {
		en: 'JSON has no comments.',
		ko: 'JSON에는 주석을 쓸 수 없다.',
	},
} as const satisfies Readonly<Record<string, ProblemWords>>;
