import { randomUUID } from 'node:crypto';
import express, { Router } from 'express';
import type { Express } from 'express';
import { ipKeyGenerator, rateLimit } from 'express-rate-limit';
import helmet from 'helmet';
import { pinoHttp } from 'pino-http';
import type { ApiDeps } from './deps';
import { importRoutes } from './directory/imports';
import { directoryRoutes } from './directory/routes';
import { authenticate } from './middleware/authenticate';
import { checkMethod, errors, unknownRoute } from './middleware/errors';
import { parseJson } from './middleware/json';
import { checkScope } from './middleware/scope';
import { loggedPath } from './loggedPath';
import { Problem, writeProblem } from './problem';
import { accessRoutes } from './routes/access';
import { caseRoutes } from './routes/cases';
import { commandRoutes } from './routes/commands';
import { draftRoutes } from './routes/drafts';
import { searchRoutes } from './routes/search';
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
  // A file of people is larger than any other body, and need not be JSON.
  app.use('/v1/directory/imports', setUpLimit(), authenticate(deps), checkScope, noStore(), importRoutes(deps));
  app.use(
    '/v1',
    setUpLimit(),
    authenticate(deps),
    checkScope,
    express.raw({ type: () => true, limit: '100kb', inflate: false }),
    parseJson,
    noStore(),
    caseRoutes(deps),
    accessRoutes(deps),
    commandRoutes(deps),
    draftRoutes(deps),
    searchRoutes(deps),
    directoryRoutes(deps),
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
    genReqId: () => randomUUID(),
    autoLogging: { ignore: (request) => request.url?.startsWith('/health') === true },
    serializers: {
      req: (request: { id: string; method: string; url: string }) => ({
        id: request.id,
        method: request.method,
        path: loggedPath(request.url),
      }),
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
