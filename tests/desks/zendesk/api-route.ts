import type { DeskContext, DeskRequest, DeskResponse } from '../desk.ts';

/** One request to the API, its session checked. Paths are without `/api/v2/` and a trailing `.json`. */
export type ApiRequest = { path: string; request: DeskRequest; context: DeskContext; token: string };

/** Answers the paths it knows; `undefined` passes on to the next. */
export type ApiRoute = (api: ApiRequest) => DeskResponse | undefined;
