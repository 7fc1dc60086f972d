/** What is counted while a run goes on, for its measures. */
export class Tally {
  misroutes = 0;
  manualTouches = 0;
  defaults = 0;
  handoversBegun = 0;
  handoversDenied = 0;
  /** Of those that cross a border: begun before the window closed, and there in writing by then. */
  crossingsBegun = 0;
  crossingsOnTime = 0;
  promisesMade = 0;
  promisesKept = 0;
  promisesUnkept = 0;
  sourcesExposed = 0;
  breaches = 0;
  needlessActs = 0;
  attributionsRight = 0;
  attributionsWrong = 0;

  reset(): void {
    this.misroutes = 0;
    this.manualTouches = 0;
    this.defaults = 0;
    this.handoversBegun = 0;
    this.handoversDenied = 0;
    this.crossingsBegun = 0;
    this.crossingsOnTime = 0;
    this.promisesMade = 0;
    this.promisesKept = 0;
    this.promisesUnkept = 0;
    this.sourcesExposed = 0;
    this.breaches = 0;
    this.needlessActs = 0;
    this.attributionsRight = 0;
    this.attributionsWrong = 0;
  }
}
