/** `README.txt` of every archive: what it is for whoever has nothing but this file. */
export const about = `FRANÇAIS

Cette archive contient des modules de formation d’une grainothèque, avec tout ce que l’on en sait.
Elle se lit sans aucun logiciel particulier.

  modules/<code>/module.html     le module tel qu’on le lit : ouvrez-le dans un navigateur
  modules/<code>/module.json     son code, son auteur, d’où il vient, ses éditions et leurs droits
  modules/<code>/draft.json      le texte en cours d’écriture, ses données, ses liens aux compétences
  modules/<code>/revisions/      chaque révision figée, sous son numéro, avec son empreinte
  modules/<code>/assets.json     les fichiers qu’il montre et les droits sur chacun
  modules/<code>/history.json    relectures, garanties, décisions et événements
  modules/<code>/metadata.xml    notice ScoLOMFR, pour les catalogues
  frameworks/                    les référentiels auxquels les modules sont liés
  assets/                        les fichiers, nommés d’après leur empreinte SHA-256
  manifest.json                  l’empreinte SHA-256 de chaque fichier de l’archive

Les textes sont en UTF-8. Les dates sont en millisecondes depuis le 1er janvier 1970 (UTC), les jours
s’écrivent AAAA-MM-JJ. Les personnes sont nommées ; aucune adresse ni aucun compte ne s’y trouve.

ENGLISH

This archive holds learning modules of a grainothèque, with all that is known of them. It can be
read without any particular program.

  modules/<code>/module.html     the module as it is read: open it in a browser
  modules/<code>/module.json     its code, author, where it comes from, its editions and their rights
  modules/<code>/draft.json      the text being written, its facts, its ties to competencies
  modules/<code>/revisions/      each frozen revision under its number, with its digest
  modules/<code>/assets.json     the files it shows and the rights on each
  modules/<code>/history.json    reviews, guarantees, decisions and events
  modules/<code>/metadata.xml    a ScoLOMFR record, for catalogues
  frameworks/                    the frameworks that the modules are tied to
  assets/                        the files, named after their SHA-256
  manifest.json                  the SHA-256 of every file of the archive

Texts are in UTF-8. Instants are milliseconds since 1 January 1970 (UTC), days are written YYYY-MM-DD.
People are named; there is no address and no account in it.
`
