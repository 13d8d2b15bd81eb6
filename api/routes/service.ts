import { Router } from 'express';
import type { ApiDeps } from '../deps';
import { contract } from '../contract';

/** Health, the contract and the pages of problem codes: open to everybody, nothing about any case. */
export function serviceRoutes(deps: ApiDeps): Router {
  const router = Router();
  const document = contract();
  router.get('/', (_request, response) => {
    response.json({ service: 'marm-engine', contract: '/openapi.json', ready: '/health/ready', cases: '/v1/cases' });
  });
  router.get('/health/live', (_request, response) => {
    response.json({ live: true });
  });
  router.get('/health/ready', async (_request, response) => {
    const parts = await deps.readiness();
    const ready = Object.values(parts).every(Boolean);
    response.status(ready ? 200 : 503).json({ ready, parts });
  });
  router.get('/openapi.json', (_request, response) => {
    response.json(document);
  });
  router.get('/problems/:code', (request, response) => {
    response.type('text/plain').send(
      `Problem code ${request.params.code
        .replace(/[^a-z0-9-]/g, '')
        .toUpperCase()
        .replaceAll('-', '_')}.\nThe field "detail" of each problem says what to do.\n`,
    );
  });
  return router;
}
