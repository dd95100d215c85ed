import * as vscode from 'vscode';

export function webviewOptions(extension: vscode.Uri): vscode.WebviewOptions {
	return { enableScripts: true, localResourceRoots: [vscode.Uri.joinPath(extension, 'dist')] };
}

/** The page of the panel: nothing but our own script, named by a nonce, our own style sheet, and pictures made in the page itself (export). */
export function panelPage(webview: vscode.Webview, extension: vscode.Uri): string {
	const nonce = crypto.randomUUID().replaceAll('-', '');
	const [script, style] = ['webview.js', 'webview.css'].map((name) => webview.asWebviewUri(vscode.Uri.joinPath(extension, 'dist', name)).toString());
	const policy = `default-src 'none'; script-src 'nonce-${nonce}'; style-src ${webview.cspSource}; img-src data:; font-src ${webview.cspSource}`;
	return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<link rel="stylesheet" href="${style}">
<title>Peapod</title>
</head>
<body>
<script type="module" nonce="${nonce}" src="${script}"></script>
</body>
</html>`;
}
