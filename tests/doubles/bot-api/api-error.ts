/** What the double answers instead of a result. */
export class ApiError extends Error {
  readonly status: number;
  readonly parameters: Readonly<Record<string, number>> | null;

  constructor(
    status: number,
    description: string,
    parameters: Readonly<Record<string, number>> | null = null,
  ) {
    super(description);
    this.status = status;
    this.parameters = parameters;
  }
}

export function badRequest(reason: string): never {
  throw new ApiError(400, `Bad Request: ${reason}`);
}
