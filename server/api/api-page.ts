// GET /api/docs: the endpoint table as a page for people, made from the same table; no script, styles by nonce.
import type { Express } from 'express';
import { endpoints, type Endpoint } from '../contract/endpoints.ts';
import { escapeHtml } from '../citations/escape.ts';
import { mount } from './mount.ts';
import { nonceOf } from './security.ts';

const styles =
  'body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color-scheme:light dark}' +
  'table{border-collapse:collapse;width:100%}td,th{text-align:left;padding:.35rem .75rem .35rem 0;vertical-align:top;border-bottom:1px solid #8884}' +
  'code{font:14px ui-monospace,monospace}';

export function mountApiPage(app: Express): void {
  mount(app, 'apiPage', ({ response }) => {
    const rows = Object.values<Endpoint>(endpoints).map(
      ({ method, path, summary }) =>
        `<tr><td><code>${method.toUpperCase()}</code></td><td><code>${escapeHtml(path)}</code></td><td>${escapeHtml(summary)}</td></tr>`,
    );
    response
      .type('html')
      .send(
        `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Pincite API</title><style nonce="${nonceOf(response)}">${styles}</style></head>` +
          `<body><h1>Pincite API</h1><p>The full description, with the shapes of questions and answers, is <a href="/api/openapi.json">openapi.json</a> (OpenAPI 3.1).</p>` +
          `<table><thead><tr><th>Method</th><th>Path</th><th>What it does</th></tr></thead><tbody>${rows.join('')}</tbody></table></body></html>`,
      );
  });
}
