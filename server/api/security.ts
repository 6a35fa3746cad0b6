// Who may talk to this server, and what its pages may do. Loopback is no access control: any web page can send requests to it.
// In: requests. Out: 403 for a foreign Host (DNS rebinding) or Origin (another site's page); headers for the rest.
import { randomBytes } from 'node:crypto';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import helmet from 'helmet';
import { PinciteError } from '../contract/errors.ts';

/** Names under which people reach a server on their own machine. */
const ownNames = new Set(['127.0.0.1', 'localhost', '[::1]']);
/** Methods that change nothing (RFC 9110 §9.2.1). */
const safe = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Refuses requests that name another host, and changes that another site's page asks for. */
export function checkSource(request: Request, _: Response, next: NextFunction): void {
  const host = request.headers.host ?? '';
  const name = host.replace(/:\d+$/, '').toLowerCase();
  if (!ownNames.has(name)) {
    throw new PinciteError(
      'forbidden',
      `This server answers as 127.0.0.1 and localhost, not as “${host}”. Open it under one of these addresses.`,
    );
  }
  if (!safe.has(request.method) && !isSameOrigin(request, host)) {
    throw new PinciteError(
      'forbidden',
      'Changes are taken from Pincite’s own pages only. A program sends the header “Origin: http://” with the host and port it calls.',
    );
  }
  next();
}

function isSameOrigin(request: Request, host: string): boolean {
  const { origin } = request.headers;
  if (origin !== undefined) return origin.toLowerCase() === `http://${host.toLowerCase()}`;
  return request.headers['sec-fetch-site'] === 'same-origin';
}

/** Security headers; each answer has a nonce of its own for styles (`nonceOf`). */
export function securityHeaders(): RequestHandler[] {
  const setNonce: RequestHandler = (_, response, next) => {
    response.locals['nonce'] = randomBytes(16).toString('base64');
    next();
  };
  const headers = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        // pdf.js decodes JBIG2 and JPEG 2000 in WebAssembly; that is no eval of text.
        scriptSrc: ["'self'", "'wasm-unsafe-eval'"],
        workerSrc: ["'self'"],
        styleSrc: ["'self'", (_, response) => `'nonce-${nonceOf(response as Response)}'`],
        imgSrc: ["'self'", 'blob:', 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    crossOriginEmbedderPolicy: false,
    // Plain HTTP on the loopback address: there is nothing to upgrade to.
    strictTransportSecurity: false,
    referrerPolicy: { policy: 'no-referrer' },
    // As frame-ancestors says, for browsers that do not know it.
    xFrameOptions: { action: 'deny' },
  });
  return [setNonce, headers];
}

/** The style nonce of this answer. */
export function nonceOf(response: Response): string {
  return String(response.locals['nonce']);
}
