const STYLE = `*{box-sizing:border-box}body{font:16px/1.5 arial,"DejaVu Sans",sans-serif;margin:0;color:#0b0c0c;background:#fff}
header,main{max-width:80rem;margin:0 auto;padding:1rem 1.5rem}header{border-bottom:4px solid #1d70b8;font-weight:bold}
h1{font-size:1.75rem;line-height:1.2;margin:.5rem 0 1rem}h2{font-size:1.2rem;margin:1.5rem 0 .5rem}
a{color:#1a65a6}a:focus,input:focus,button:focus{outline:3px solid #fd0;outline-offset:0;box-shadow:0 0 0 5px #0b0c0c}
.skip{position:absolute;left:-999rem}.skip:focus{position:static}
form{display:flex;flex-wrap:wrap;gap:1rem;align-items:end;background:#f3f2f1;padding:1rem;margin:1rem 0}
label{display:block;font-weight:bold;margin-bottom:.25rem}input{font:inherit;padding:.4rem;border:2px solid #0b0c0c;width:18rem;max-width:100%}
button{font:inherit;font-weight:bold;padding:.45rem 1.25rem;border:2px solid #00703c;background:#00703c;color:#fff;cursor:pointer}
table{border-collapse:collapse;width:100%;font-size:.95rem}caption{text-align:left;color:#484949;padding-bottom:.5rem}
th,td{text-align:left;padding:.5rem 1rem .5rem 0;border-bottom:1px solid #b1b4b6;vertical-align:top;overflow-wrap:anywhere}th,.when,.ref{white-space:nowrap}
dl{margin:0}dl div{display:flex;gap:1rem;border-bottom:1px solid #b1b4b6;padding:.25rem 0}dt{font-weight:bold;flex:0 0 12rem}dd{margin:0;overflow-wrap:anywhere}
pre{white-space:pre-wrap;overflow-wrap:anywhere;font:inherit;border-left:4px solid #b1b4b6;padding:.5rem 1rem;margin:0;max-width:46rem}`;

/** Text as it may stand in markup and in quoted attributes. */
export const escape = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** A whole page: everything it needs is in it, nothing is loaded from elsewhere. `body` is markup. */
export const page = (title: string, body: string): string => `<!doctype html>
<html lang="en-GB">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escape(title)} - marm-engine captured mail</title><style>${STYLE}</style></head>
<body><a class="skip" href="#main">Skip to the main content</a><header>marm-engine · captured mail</header>
<main id="main"><h1>${escape(title)}</h1>
${body}
</main></body>
</html>`;
