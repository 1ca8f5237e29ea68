/** Message about the diagnostics. Types only. */

export interface DiagnosticsCalls {
  /** The diagnostics as JSON text; hosts and cloud ids hashed unless `withNames`. */
  'ui/diagnostics': { request: { withNames: boolean }; response: string }
}
