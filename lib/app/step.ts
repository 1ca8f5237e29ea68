/** `go-on`: there may be more to do at once. `rest`: someone else is awaited. `retry`: the same again a little later. */
export type Step = 'go-on' | 'rest' | 'retry'
