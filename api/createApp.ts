import express, { Router } from 'express';
import type { Express } from 'express';
import { ipKeyGenerator, rateLimit } from 'express-rate-limit';
import helmet from 'helmet';
import { pinoHttp } from 'pino-http';
import type { ApiDeps } from './deps';
import { authenticate } from './middleware/authenticate';
import { checkMethod, errors, unknownRoute } from './middleware/errors';
import { parseJson } from './middleware/json';
import { loggedPath } from './loggedPath';
import { Problem, writeProblem } from './problem';
import { caseRoutes } from './routes/cases';
import { commandRoutes } from './routes/commands';
import { draftRoutes } from './routes/drafts';
import { recordRoutes } from './routes/records';
import { serviceRoutes } from './routes/service';

const MOST_PER_MINUTE = 1_200;

/** The API over what it works with; a thin layer that parses, checks access and passes on. */
export function createApp(deps: ApiDeps): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', deps.settings.trustProxyHops);
  app.set('query parser', 'simple');
  app.use(helmet());
  app.use(setUpLog(deps));
  app.use(checkMethod);
  app.use(serviceRoutes(deps));
  app.use(
    '/v1',
    setUpLimit(),
    authenticate(deps),
    express.raw({ type: () => true, limit: '100kb', inflate: false }),
    parseJson,
    noStore(),
    caseRoutes(deps),
    commandRoutes(deps),
    draftRoutes(deps),
    recordRoutes(deps),
  );
  app.use(unknownRoute);
  app.use(errors(deps));
  return app;
}

// Bodies, tokens and queries are not logged.
const setUpLog = ({ log }: ApiDeps) =>
  pinoHttp({
    logger: log,
    autoLogging: { ignore: (request) => request.url?.startsWith('/health') === true },
    serializers: {
      req: (request: { method: string; url: string }) => ({ method: request.method, path: loggedPath(request.url) }),
      res: (response: { statusCode: number }) => ({ status: response.statusCode }),
    },
  });

const setUpLimit = () =>
  rateLimit({
    windowMs: 60_000,
    limit: MOST_PER_MINUTE,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    keyGenerator: (request) => ipKeyGenerator(request.ip ?? ''),
    handler: (_request, response) => {
      writeProblem(response, new Problem(429, 'TOO_MANY_REQUESTS', 'Wait a minute and try again.', { retryAfterS: 60 }));
    },
  });

const noStore = (): Router =>
  Router().use((_request, response, next) => {
    response.set('Cache-Control', 'no-store');
    next();
  });
