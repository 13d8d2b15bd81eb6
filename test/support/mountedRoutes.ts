import type { Express } from 'express';

interface Layer {
  readonly rawPath?: unknown;
  readonly route?: { readonly path: string; readonly methods: Readonly<Record<string, boolean>> };
  readonly handle: { readonly stack?: readonly Layer[] };
}

/** Every route that an app really offers, as 'GET /v1/cases/:ref', in order of mounting. */
export const mountedRoutes = (app: Express): readonly string[] =>
  routesIn((app.router as unknown as { stack: readonly Layer[] }).stack, '');

const routesIn = (stack: readonly Layer[], prefix: string): readonly string[] =>
  stack.flatMap(({ rawPath, route, handle }) => {
    if (route) return Object.keys(route.methods).map((method) => `${method.toUpperCase()} ${prefix}${route.path}`);
    return handle.stack ? routesIn(handle.stack, `${prefix}${rawPath === '/' ? '' : String(rawPath)}`) : [];
  });
