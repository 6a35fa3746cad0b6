// Builds the client into client/dist: one entry, pdf.js and the reader apart, everything from this origin.
// Copies what pdf.js fetches while it reads (character maps, fonts, decoders) to dist/pdfjs, since no other host may be asked.
import { cpSync, createReadStream, existsSync } from 'node:fs';
import { extname, join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const root = import.meta.dirname;
const pdfjs = join(root, '..', 'node_modules', 'pdfjs-dist');
const folders = ['cmaps', 'standard_fonts', 'wasm', 'iccs'];

function pdfjsAssets(): Plugin {
  return {
    name: 'pincite:pdfjs-assets',
    writeBundle(options) {
      const target = options.dir ?? join(root, 'dist');
      for (const folder of folders) {
        cpSync(join(pdfjs, folder), join(target, 'pdfjs', folder), { recursive: true });
      }
    },
    configureServer(server) {
      server.middlewares.use('/pdfjs', (request, response, next) => {
        const path = (request.url ?? '').replace(/\?.*$/, '');
        const file = join(pdfjs, path);
        const known = folders.some((folder) => path.startsWith(`/${folder}/`)) && !path.includes('..');
        if (!known || !existsSync(file)) return next();
        const type = extname(file) === '.wasm' ? 'application/wasm' : 'application/octet-stream';
        response.setHeader('Content-Type', extname(file) === '.js' ? 'text/javascript' : type);
        createReadStream(file).pipe(response);
      });
    },
  };
}

export default defineConfig({
  root,
  base: '/',
  plugins: [react(), pdfjsAssets()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2023',
    // A data: address would need a hole in the content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: true,
    chunkSizeWarningLimit: 1500,
  },
  server: {
    host: '127.0.0.1',
    proxy: { '/api': { target: 'http://127.0.0.1:4180', changeOrigin: true } },
  },
});
