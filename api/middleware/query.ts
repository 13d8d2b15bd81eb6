import type { NextFunction, Request, Response } from 'express';
import { noQuerySchema, read } from '../schemas/requests';

/** For addresses that take no query: anything in it is a mistake of the caller, and is said so. */
export function noQuery<Params>(request: Request<Params>, _response: Response, next: NextFunction): void {
  read(noQuerySchema, request.query);
  next();
}
