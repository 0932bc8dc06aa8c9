/** Whether a host name is this machine itself, where browsers trust plain HTTP. */
export const isLoopback = (hostname: string): boolean =>
  /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/.test(hostname)
