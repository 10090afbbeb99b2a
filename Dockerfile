# Backchannel as a container. Runs as a user without rights on a root file system that may be read-only;
# what it keeps goes to /data. Node itself comes through npm, pinned by the lockfile.
FROM node:26-slim AS install
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev && npm cache clean --force

FROM node:26-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3978 DATA_DIR=/data
WORKDIR /app
COPY --from=install /app/node_modules node_modules
COPY package.json LICENSE ./
COPY src src
COPY adapters adapters
COPY briefings briefings
RUN install -d -o node -g node -m 0700 /data
USER node
VOLUME /data
EXPOSE 3978
# Whether it answers at all; /readyz says whether its platforms are connected.
HEALTHCHECK --interval=30s --timeout=3s --start-period=20s \
  CMD ["node_modules/.bin/node", "--eval", "fetch('http://127.0.0.1:' + process.env.PORT + '/healthz').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# Node itself, not npm: it hears the signal to stop.
CMD ["node_modules/.bin/node", "src/main.ts"]
