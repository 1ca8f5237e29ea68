/**
 * Stands in for the parts of fast-xml-parser that our options never use (see `lib/build/trim-xml.ts`): DOCTYPEs are refused before
 * it, entities are decoded by us, nothing is taken for a number, no path is matched. They would be a fifth of the
 * background. What does get called does nothing; what must not be called throws, and the document is then none.
 */

/** The reader of DOCTYPEs; also in place of the number parser and of what makes plain objects, which are never called. */
export default class Unused {
  setXmlVersion(): void {}

  readDocType(): never {
    throw new Error('DOCTYPEs are not read')
  }
}

export class EntityDecoder {
  reset(): void {}
  setXmlVersion(): void {}
}

/** Follows the path through the document, for whoever matches it. */
export class Matcher {
  readOnly(): this {
    return this
  }
  reset(): void {}
  push(): void {}
  pop(): void {}
  updateCurrent(): void {}
  getCurrentTag(): undefined {}
}

/** A set of paths that is always empty. */
export class ExpressionSet {
  readonly size = 0
  seal(): void {}
}

export { ExpressionSet as Expression }

export const isUnsafe = (): boolean => true

/** Tables of entities and names of contexts. */
export const XML = {}
export const HTML = {}
export const CURRENCY = {}
export const COMMON_HTML = {}
export const ENTITY_ACTION = {}
