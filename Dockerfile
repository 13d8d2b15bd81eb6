# One image for every process of the engine: API, worker and the set-up of the database. Node 24 LTS on glibc, which the Temporal SDK needs.
FROM node:24.18.0-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY . .
# Compiles and bundles the workflows once; a worker never does it at start.
RUN npm run --silent build

FROM node:24.18.0-bookworm-slim AS packages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund

FROM node:24.18.0-bookworm-slim
ENV NODE_ENV=production TZ=UTC MARM_STATE_DIR=/state
# Certificates for TLS to Temporal, which the SDK takes from the system.
RUN apt-get update && apt-get install -y --no-install-recommends ca-certificates && rm -rf /var/lib/apt/lists/* \
  && mkdir /state && chown node:node /state
WORKDIR /app
COPY --from=packages /app/node_modules node_modules
COPY --from=build /app/dist dist
COPY package.json ./
COPY examples examples
USER node
EXPOSE 3000
CMD ["node", "dist/api/main.js"]
