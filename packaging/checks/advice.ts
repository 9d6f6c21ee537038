import type { PackageFindingCode } from './finding.ts'

type InBoth = { fr: string; en: string }

const fixManifest = {
  fr: 'Corrigez-le dans l’outil qui a fait le paquet, puis exportez de nouveau.',
  en: 'Correct it in the tool that made the package, then export again.',
}
const download = {
  fr: 'Téléchargez de nouveau le fichier : il est abîmé.',
  en: 'Download the file again: it is damaged.',
}
const noPassword = {
  fr: 'Refaites l’archive sans mot de passe : aucune plateforme ne le demandera.',
  en: 'Make the archive again without a password: no platform will ask for it.',
}
const asUtf8 = {
  fr: 'Enregistrez-le en UTF-8, et écrivez encoding="UTF-8" à sa première ligne.',
  en: 'Save it as UTF-8, and write encoding="UTF-8" on its first line.',
}
const exportAgain = {
  fr: 'Exportez de nouveau ; si cela recommence, signalez-le à l’éditeur de l’outil.',
  en: 'Export again; if it happens once more, tell the maker of the tool.',
}
const zipAgain = {
  fr: 'Refaites l’archive avec un outil courant, sans option particulière (compression « deflate », sans mot de passe).',
  en: 'Make the archive again with a common tool and no particular option (“deflate”, no password).',
}
const distrust = {
  fr: 'N’importez pas ce fichier ; demandez-en un autre à qui l’a fourni.',
  en: 'Do not import this file; ask whoever gave it for another one.',
}
const addFile = {
  fr: 'Ajoutez le fichier à l’archive, sous ce nom exact (majuscules comprises), ou retirez ce qui le nomme.',
  en: 'Add the file to the archive under this exact name (capitals included), or remove what names it.',
}
const limit = {
  fr: 'Allégez le module ou partagez-le en plusieurs ; sinon, demandez à qui administre la plateforme si sa limite peut être relevée.',
  en: 'Make the module lighter or split it; otherwise ask whoever runs the platform whether its limit can be raised.',
}
const printAgain = {
  fr: 'Exportez de nouveau le PDF depuis la grainothèque.',
  en: 'Export the PDF again from Grainothèque.',
}

/** What to do about each finding, for whoever has the package in hand. */
export const adviceOn: Record<PackageFindingCode, InBoth> = {
  'zip.unreadable': download,
  'zip.escaping-name': distrust,
  'zip.too-many-files': limit,
  'zip.too-large': limit,
  'zip.repeated-file': zipAgain,
  'zip.encrypted-file': noPassword,
  'zip.link': {
    fr: 'Remplacez le lien par le fichier lui-même.',
    en: 'Replace the link with the file itself.',
  },
  'zip.compression': zipAgain,
  'zip.swelling-file': distrust,
  'zip.unsafe-name': {
    fr: 'Renommez le fichier : lettres sans accent, chiffres, tiret, point et souligné.',
    en: 'Rename the file: letters without accents, digits, hyphens, dots and underscores.',
  },
  'zip.refused-extension': {
    fr: 'Retirez ce fichier s’il ne sert pas : Docebo et CrossKnowledge refusent tout le paquet pour lui.',
    en: 'Remove this file if nothing needs it: Docebo and CrossKnowledge reject the whole package because of it.',
  },
  'zip.empty-file': download,
  'zip.not-a-zip': {
    fr: 'Choisissez le paquet lui-même, tel que l’outil l’a exporté. Une archive rar, 7z ou gz est à refaire en zip.',
    en: 'Choose the package itself, as the tool exported it. A rar, 7z or gz archive has to be made again as a zip.',
  },
  'zip.truncated': {
    fr: 'Téléchargez ou copiez de nouveau le fichier jusqu’au bout.',
    en: 'Download or copy the file again, to its end.',
  },
  'zip.encrypted': noPassword,
  'zip.absolute-name': distrust,
  'zip.backslash-name': {
    fr: 'Refaites l’archive avec un outil récent : les dossiers s’y séparent par « / ».',
    en: 'Make the archive again with a recent tool: folders are separated by “/”.',
  },
  'zip.long-name': {
    fr: 'Raccourcissez les noms des dossiers et des fichiers.',
    en: 'Shorten the names of folders and files.',
  },
  'zip.names-alike': {
    fr: 'Donnez à l’un des deux un autre nom.',
    en: 'Give one of the two another name.',
  },
  'package.unknown-format': {
    fr: 'Vérifiez que le paquet contient à sa racine imsmanifest.xml, cmi5.xml, tincan.xml ou index.html.',
    en: 'Check that the package has imsmanifest.xml, cmi5.xml, tincan.xml or index.html at its root.',
  },
  'package.name-differs': {
    fr: 'Écrivez le même nom des deux côtés, majuscules, accents et barres comprises.',
    en: 'Write the same name on both sides, capitals, accents and slashes included.',
  },
  'package.too-large-for-one-file': {
    fr: 'Choisissez le dossier à décompresser, ou allégez les images et les films.',
    en: 'Choose the folder to unpack, or make pictures and films lighter.',
  },
  'package.no-browser': {
    fr: 'Choisissez la page à imprimer, ou demandez que Chromium soit installé sur le serveur.',
    en: 'Choose the page to print, or ask for Chromium to be installed on the server.',
  },
  'package.guarantee-ended': {
    fr: 'Demandez que la garantie soit renouvelée, puis exportez de nouveau.',
    en: 'Ask for the guarantee to be renewed, then export again.',
  },
  'package.more-findings': {
    fr: 'Corrigez d’abord celles qui sont montrées, puis vérifiez de nouveau.',
    en: 'Correct those that are shown first, then check again.',
  },
  'manifest.not-at-root': {
    fr: 'Compressez le contenu du dossier, pas le dossier lui-même.',
    en: 'Compress what is in the folder, not the folder itself.',
  },
  'manifest.unreadable': exportAgain,
  'manifest.not-xml': {
    fr: 'Souvent un « & » dans un titre : remplacez-le par « &amp; », ou exportez de nouveau.',
    en: 'Often an “&” in a title: replace it with “&amp;”, or export again.',
  },
  'manifest.unknown-version': {
    fr: 'Exportez en SCORM 1.2, ou en SCORM 2004 (3e ou 4e édition).',
    en: 'Export as SCORM 1.2, or as SCORM 2004 (3rd or 4th edition).',
  },
  'manifest.invalid': fixManifest,
  'manifest.repeated-identifier': fixManifest,
  'manifest.no-default-organization': fixManifest,
  'manifest.no-title': {
    fr: 'Donnez un titre à chaque organisation et à chaque page : la plateforme l’affiche.',
    en: 'Give every organization and every item a title: the platform shows it.',
  },
  'manifest.unknown-resource': fixManifest,
  'manifest.no-scorm-type': {
    fr: 'Écrivez adlcp:scormtype (1.2) ou adlcp:scormType (2004) : « sco » pour ce qui parle à la plateforme, « asset » sinon.',
    en: 'Write adlcp:scormtype (1.2) or adlcp:scormType (2004): “sco” for what speaks to the platform, “asset” otherwise.',
  },
  'manifest.scorm-type-case': {
    fr: 'Écrivez scormtype en SCORM 1.2, scormType en SCORM 2004.',
    en: 'Write scormtype in SCORM 1.2, scormType in SCORM 2004.',
  },
  'manifest.no-sco': {
    fr: 'Sans SCO, rien ne sera suivi : donnez à la page de départ le type « sco ».',
    en: 'Without a SCO nothing is tracked: give the start page the type “sco”.',
  },
  'manifest.no-launch-file': fixManifest,
  'manifest.missing-file': addFile,
  'manifest.launch-file-not-listed': {
    fr: 'Ajoutez-le à sa ressource par un élément <file>.',
    en: 'Add it to its resource with a <file> element.',
  },
  'manifest.unlisted-file': {
    fr: 'Ajoutez-le à une ressource par un élément <file>, ou retirez-le : quelques plateformes ne copient que ce qui est annoncé.',
    en: 'Add it to a resource with a <file> element, or remove it: a few platforms copy only what is named.',
  },
  'manifest.missing-schema': {
    fr: 'Ajoutez à la racine les schémas de cette édition de SCORM 2004.',
    en: 'Add the schemas of this edition of SCORM 2004 at the root.',
  },
  'manifest.wrong-name': {
    fr: 'Renommez-le en minuscules, à la racine.',
    en: 'Rename it in lower case, at the root.',
  },
  'manifest.second': {
    fr: 'Retirez-le, ou importez ce dossier comme un paquet à part.',
    en: 'Remove it, or import that folder as a package of its own.',
  },
  'manifest.too-large': {
    fr: 'Exportez de nouveau : un manifeste nomme des fichiers, il n’en contient pas.',
    en: 'Export again: a manifest names files, it does not hold them.',
  },
  'manifest.own-doctype': distrust,
  'manifest.doctype': {
    fr: 'Retirez cette ligne : les schémas d’un manifeste sont nommés par ses espaces de noms.',
    en: 'Remove that line: the schemas of a manifest are named by its namespaces.',
  },
  'manifest.wrong-encoding': asUtf8,
  'manifest.odd-encoding': asUtf8,
  'manifest.not-scorm': {
    fr: 'Exportez en SCORM, en cmi5 ou en xAPI ; une cartouche s’importe seulement là où cette sorte est prise.',
    en: 'Export as SCORM, cmi5 or xAPI; a cartridge can only be imported where that kind is taken.',
  },
  'manifest.no-version': {
    fr: 'Ajoutez <schema>ADL SCORM</schema> et <schemaversion>1.2</schemaversion> à ses métadonnées.',
    en: 'Add <schema>ADL SCORM</schema> and <schemaversion>1.2</schemaversion> to its metadata.',
  },
  'manifest.wrong-root': fixManifest,
  'manifest.not-validated': {
    fr: 'Le reste a été vérifié. Partagez le paquet en plusieurs, ou allégez ses métadonnées.',
    en: 'The rest was checked. Split the package, or make its metadata lighter.',
  },
  'manifest.bad-identifier': fixManifest,
  'manifest.sub-manifest': {
    fr: 'Mettez ses ressources et ses pages dans le manifeste principal.',
    en: 'Put its resources and items into the main manifest.',
  },
  'manifest.empty-item': {
    fr: 'Donnez-lui une ressource (identifierref), ou retirez-la.',
    en: 'Give it a resource (identifierref), or remove it.',
  },
  'manifest.cluster-with-resource': {
    fr: 'Mettez sa page dans une entrée à elle, en dessous.',
    en: 'Put its page into an item of its own below it.',
  },
  'manifest.bad-scorm-type': fixManifest,
  'manifest.resource-type': {
    fr: 'Écrivez type="webcontent".',
    en: 'Write type="webcontent".',
  },
  'manifest.unknown-dependency': fixManifest,
  'manifest.circular-dependency': {
    fr: 'Retirez une de ces dépendances.',
    en: 'Remove one of these dependencies.',
  },
  'manifest.outside-address': {
    fr: 'Écrivez-la depuis le dossier du manifeste, sans « / » au début ni « .. » de trop.',
    en: 'Write it from the folder of the manifest, with no “/” at its beginning and no “..” too many.',
  },
  'manifest.launched-elsewhere': {
    fr: 'Mettez la page dans le paquet, ou employez cmi5 ou xAPI.',
    en: 'Put the page into the package, or use cmi5 or xAPI.',
  },
  'manifest.base-without-slash': {
    fr: 'Ajoutez « / » à la fin.',
    en: 'Add “/” to its end.',
  },
  'manifest.element-case': fixManifest,
  'manifest.field-without-sco': {
    fr: 'Retirez-le, ou donnez à la ressource le type « sco ».',
    en: 'Remove it, or give the resource the type “sco”.',
  },
  'manifest.bad-mastery-score': {
    fr: 'Écrivez un nombre de 0 à 100, avec un point s’il a des décimales.',
    en: 'Write a number from 0 to 100, with a point before its decimals.',
  },
  'manifest.bad-time-allowed': {
    fr: 'Écrivez HHHH:MM:SS.SS, par exemple 0001:30:00.',
    en: 'Write HHHH:MM:SS.SS, for example 0001:30:00.',
  },
  'manifest.bad-time-limit-action': {
    fr: 'Écrivez « exit,message », « exit,no message », « continue,message » ou « continue,no message ».',
    en: 'Write “exit,message”, “exit,no message”, “continue,message” or “continue,no message”.',
  },
  'manifest.bad-prerequisites': {
    fr: 'Fermez chaque parenthèse ; joignez par « & » (et), « | » (ou), « ~ » (non).',
    en: 'Close every bracket; join with “&” (and), “|” (or), “~” (not).',
  },
  'manifest.unknown-prerequisite': {
    fr: 'Nommez l’identifiant d’une entrée ; « et » s’écrit « & », « ou » s’écrit « | ».',
    en: 'Name the identifier of an item; “and” is written “&”, “or” is written “|”.',
  },
  'manifest.circular-prerequisites': {
    fr: 'Retirez un de ces prérequis.',
    en: 'Remove one of these prerequisites.',
  },
  'manifest.long-text': {
    fr: 'Raccourcissez ce texte.',
    en: 'Shorten this text.',
  },
  'tincan.not-tincan': fixManifest,
  'tincan.no-activity': fixManifest,
  'tincan.bad-activity-id': fixManifest,
  'tincan.bad-activity-type': fixManifest,
  'tincan.no-name': fixManifest,
  'tincan.launch-count': fixManifest,
  'tincan.missing-file': addFile,
  'cmi5.invalid': fixManifest,
  'cmi5.bad-id': {
    fr: 'Écrivez l’identifiant en entier, par exemple https://exemple.fr/modules/1.',
    en: 'Write the whole identifier, for example https://example.org/modules/1.',
  },
  'cmi5.repeated-id': fixManifest,
  'cmi5.unknown-objective': fixManifest,
  'cmi5.no-move-on': {
    fr: 'Écrivez moveOn, par exemple CompletedOrPassed.',
    en: 'Write moveOn, for example CompletedOrPassed.',
  },
  'cmi5.bad-url': fixManifest,
  'cmi5.launch-name-in-url': {
    fr: 'Donnez un autre nom à ce paramètre de l’adresse.',
    en: 'Give this parameter of the address another name.',
  },
  'cmi5.missing-file': addFile,
  'cmi5.no-extension-schema': {
    fr: 'Nommez le schéma dans xsi:schemaLocation, et mettez-le dans le paquet.',
    en: 'Name the schema in xsi:schemaLocation, and put it into the package.',
  },
  'cmi5.relative-url': {
    fr: 'Écrivez l’adresse entière (https://…), ou mettez tout dans un zip.',
    en: 'Write the whole address (https://…), or put everything into a zip.',
  },
  'page.unreadable': exportAgain,
  'page.external-host': {
    fr: 'Mettez ce fichier dans le paquet : sans réseau, ou le jour où cet hôte disparaît, il manquera.',
    en: 'Put this file into the package: without a network, or once that host is gone, it will be missing.',
  },
  'page.missing-file': addFile,
  'page.inline-code': {
    fr: 'Rien à faire si la plateforme l’admet ; sinon, mettez scripts et styles dans des fichiers.',
    en: 'Nothing to do if the platform allows it; otherwise put scripts and styles into files.',
  },
  'preset.format-not-taken': {
    fr: 'Exportez dans le format que cette plateforme prend le mieux.',
    en: 'Export in the format that this platform takes best.',
  },
  'preset.zip-too-large': limit,
  'preset.unpacked-too-large': limit,
  'preset.too-many-files': limit,
  'preset.suspend-data-too-large': {
    fr: 'Choisissez SCORM 2004 si la plateforme le prend, ou partagez le module.',
    en: 'Choose SCORM 2004 if the platform takes it, or split the module.',
  },
  'preset.extension-refused': {
    fr: 'Retirez ce fichier du paquet, ou changez-le de sorte.',
    en: 'Remove this file from the package, or turn it into another kind.',
  },
  'preset.too-many-scos': {
    fr: 'Exportez chaque SCO à part, ou tous en un seul avec sa navigation ; SCORM 2004 en prend plusieurs.',
    en: 'Export each SCO on its own, or all as one with its own navigation; SCORM 2004 takes several.',
  },
  'pdf.unreadable': printAgain,
  'pdf.not-tagged': printAgain,
  'pdf.no-title': printAgain,
  'pdf.no-language': printAgain,
  'pdf.runs-code': distrust,
}
