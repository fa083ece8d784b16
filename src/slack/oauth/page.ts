import { createHash } from 'node:crypto';
import type { ServerResponse } from 'node:http';

/** What a page tells a person who installs the app. All of it is text. */
export interface Page {
  title: string;
  paragraphs: readonly string[];
  /** What to do next, one after the other. */
  steps?: readonly string[];
  link?: { text: string; href: string };
}

const STYLE = `:root{color-scheme:light dark}
body{margin:0;padding:12vh 1.5rem 3rem;font:1.0625rem/1.6 system-ui,sans-serif;color:#1d2a33;background:#fff}
main{max-width:34rem;margin:0 auto}
h1{font-size:1.6rem;line-height:1.25}
a.next{display:inline-block;margin-top:.5rem;padding:.7rem 1.2rem;border-radius:.4rem;background:#1f3a4d;color:#fff;font-weight:600;text-decoration:none}
a.next:focus-visible{outline:3px solid #c7851f;outline-offset:2px}
@media (prefers-color-scheme:dark){body{color:#e6ebee;background:#12191e}a.next{background:#9cc7e4;color:#12191e}}`;

const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64');

/** Nothing is loaded, nothing runs, no other site shows the page in a frame, and its address, which may hold a code, goes to nobody. */
const HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'content-security-policy': `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
};

/** Sets the headers of every page; the status is still open. */
export function setPageHeaders(response: ServerResponse): void {
  for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
}

export function sendPage(response: ServerResponse, status: number, page: Page): void {
  setPageHeaders(response);
  response.writeHead(status).end(renderPage(page));
}

export function renderPage({ title, paragraphs, steps = [], link }: Page): string {
  const parts = [
    `<h1>${escapeHtml(title)}</h1>`,
    ...paragraphs.map((paragraph) => `<p>${escapeHtml(paragraph)}</p>`),
    ...(steps.length > 0 ? [`<ol>${steps.map((step) => `<li>${escapeHtml(step)}</li>`).join('')}</ol>`] : []),
    ...(link ? [`<p><a class="next" href="${escapeHtml(link.href)}">${escapeHtml(link.text)}</a></p>`] : []),
  ];
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escapeHtml(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
${parts.join('\n')}
</main>
</body>
</html>
`;
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
