import 'server-only';
import { FaultList } from './faults';
import { RequestLog } from './logs';
import { RateWindow } from './rate-window';

/** What a location has for its calls, for those that belong to none: OAuth, and the agency's own. */
export class AgencyState {
  readonly faults = new FaultList();
  readonly requests = new RequestLog();
  readonly rate: RateWindow;

  constructor(now: () => number) {
    this.rate = new RateWindow(now);
  }
}
