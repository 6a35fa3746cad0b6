# Two stages: the first installs everything and builds the client, the second keeps what runs.
FROM node:26-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY server ./server
COPY client ./client
COPY tsconfig.json ./
RUN node node_modules/vite/bin/vite.js build --config client/vite.config.ts \
 && npm prune --omit=dev --ignore-scripts --no-audit --no-fund \
 && rm -rf node_modules/node-* node_modules/@gaubee

FROM node:26-bookworm-slim
WORKDIR /app
ENV NODE_ENV=production PINCITE_CONTAINER=1 PINCITE_HOST=0.0.0.0 PINCITE_DATA=/data
COPY --from=build /app/package.json ./package.json
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/server ./server
COPY --from=build /app/client/dist ./client/dist
COPY docs-corpus/filings ./docs-corpus/filings
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 4180
HEALTHCHECK --interval=10s --timeout=4s --start-period=60s --retries=6 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:4180/api/health').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "server/main.ts"]
