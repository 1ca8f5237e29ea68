/** Names that put a layout to the test. */
export const long = {
  name: 'Abschlussbesprechung der Arbeitsgruppe Datenschutzfolgenabschätzung 2026 (endgültige Fassung, bitte lesen).docx',
  unbroken: 'IMG_20261121_094533_PORTRAIT_HDR_final_final_v2_reviewed_by_everyone_really.jpeg',
  person: 'Wolfeschlegelsteinhausenbergerdorff-Fortescue, Maximiliane Annegret',
  host: 'nextcloud.zentrale-verwaltung.landesamt-fuer-informationstechnik.beispielstadt.example:8443/cloud',
  arabic: 'صور الرحلة إلى البحر',
}
