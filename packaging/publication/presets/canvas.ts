import type { Preset } from '../preset.ts'

export const canvas: Preset = {
  id: 'canvas',
  name: 'Canvas',
  formats: ['scorm-12', 'scorm-2004-4'],
  publication: {},
  reasons: {},
  limits: {},
  facts: [
    {
      text: {
        fr: 'Un même contenu s’y est ouvert en SCORM 2004 et pas en SCORM 1.2 : si l’un reste vide, essayez l’autre.',
        en: 'The same content opened there in SCORM 2004 and not in SCORM 1.2: if one stays empty, try the other.',
      },
      source: 'github.com/LiaScript/LiaScript/issues/246',
    },
    {
      text: {
        fr: 'Un paquet se dépose par le lien « SCORM » du cours : un contenu SCORM lié ou inséré autrement dans une page ne s’ouvre plus depuis juillet 2021.',
        en: 'A package is uploaded by the “SCORM” link of the course: SCORM content linked or embedded in a page in another way no longer opens since July 2021.',
      },
      source:
        'community.canvaslms.com/t5/The-Product-Blog/SCORM-to-Require-Signed-Launch-Links/bc-p/470023',
    },
    {
      text: {
        fr: 'Le titre affiché est celui du manifeste : réglez-le avant l’export.',
        en: 'The title shown is the manifest’s: set it before the export.',
      },
      source: 'polistrasmill.com/2024/02/18/finished-the-task',
    },
    {
      text: {
        fr: 'Il distingue les majuscules dans les noms de fichiers : les nôtres s’écrivent toujours de la même façon.',
        en: 'It tells capitals apart in file names: ours are always written the same way.',
      },
      source: 'polistrasmill.com/2024/02/18/finished-the-task',
    },
    {
      text: {
        fr: 'Un devoir noté « terminé ou non » n’y est terminé qu’avec un score de 100 % : notez-le en points ou en pour cent.',
        en: 'An assignment graded as complete or incomplete is complete only with a score of 100%: grade it in points or per cent.',
      },
      source: 'github.com/instructure/canvas-lms/issues/1719',
    },
  ],
  steps: [
    {
      fr: 'Dans la navigation du cours, ouvrez « SCORM » ; s’il n’y est pas, demandez à l’administration d’activer cet outil.',
      en: 'In the course navigation, open “SCORM”; if it is not there, ask an administrator to turn this tool on.',
    },
    {
      fr: 'Déposez le fichier .zip tel quel.',
      en: 'Upload the .zip file as it is.',
    },
    {
      fr: 'Faites-en un devoir noté si le score doit entrer dans le carnet de notes, une page sinon.',
      en: 'Make it a graded assignment if its score belongs in the gradebook, a page otherwise.',
    },
    {
      fr: 'Dans le devoir, affichez la note en points ou en pour cent.',
      en: 'In the assignment, display the grade as points or per cent.',
    },
    {
      fr: 'Publiez, puis essayez-le avec la vue d’un étudiant.',
      en: 'Publish it, then try it with the view of a student.',
    },
  ],
}
