export const NOTICE_PAGES = ['privacy', 'accessibility', 'contact'] as const
export type NoticePage = (typeof NOTICE_PAGES)[number]

/** `{email}` stands for the address that people can write to. */
export interface Notice {
  title: string
  parts: { heading: string; lines: string[] }[]
}

export type Notices = Readonly<Record<NoticePage, Notice>>
