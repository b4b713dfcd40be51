/**
 * Bad usage: a wrong option, path or configuration. The message is for the user and says what to do; there is no stack
 * worth showing. Hosts print it and end with exit code 2.
 */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}
