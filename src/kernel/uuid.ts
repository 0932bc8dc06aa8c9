/** Whether this can be an id of ours: what is none, Postgres would not compare but refuse. */
export const isUuid = (text: string): boolean => /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/.test(text)
