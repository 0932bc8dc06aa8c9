import type { Text } from './languages.ts'

// OGP's four regions, the natural routing key. Source: https://www.opengovpartnership.org/our-members/
export const REGIONS = ['africa-middle-east', 'americas', 'asia-pacific', 'europe'] as const
export type Region = (typeof REGIONS)[number]

export const REGION_NAMES: Readonly<Record<Region, Text>> = {
  'africa-middle-east': {
    en: 'Africa and the Middle East',
    fr: 'Afrique et Moyen-Orient',
    es: 'África y Oriente Medio',
    pt: 'África e Oriente Médio',
    ar: 'أفريقيا والشرق الأوسط',
  },
  americas: { en: 'Americas', fr: 'Amériques', es: 'Américas', pt: 'Américas', ar: 'الأمريكتان' },
  'asia-pacific': {
    en: 'Asia Pacific',
    fr: 'Asie-Pacifique',
    es: 'Asia-Pacífico',
    pt: 'Ásia-Pacífico',
    ar: 'آسيا والمحيط الهادئ',
  },
  europe: { en: 'Europe', fr: 'Europe', es: 'Europa', pt: 'Europa', ar: 'أوروبا' },
}

export const isRegion = (value: string): value is Region => REGIONS.includes(value as Region)
