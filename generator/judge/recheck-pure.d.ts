/** The browser build of recheck runs its pure-JavaScript engine in the calling thread: no agent process, no environment variable decides. */
declare module "recheck/lib/browser.js" {
  export { checkSync } from "recheck";
}
