import { renderSVG } from 'uqr'

/** A QR code as the address of a picture, dark on light in either mode: cameras want it so. */
export function qrPicture(text: string): string {
  const svg = renderSVG(text, { border: 4 })
  return `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`
}
