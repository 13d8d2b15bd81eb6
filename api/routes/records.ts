import { Router } from 'express';
import type { ApiDeps } from '../deps';
import { clockSheetRoutes } from './records/clockSheet';
import { decisionRoutes } from './records/decisions';
import { disclosureRoutes } from './records/disclosures';
import { exportRoutes } from './records/exports';

/** What is read from the record of a case: disclosures, decisions, the way of a date, and the whole of it to take out. */
export const recordRoutes = (deps: ApiDeps): Router =>
  Router().use(disclosureRoutes(deps), exportRoutes(deps), decisionRoutes(deps), clockSheetRoutes(deps));
