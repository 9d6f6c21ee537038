/** What stands between the parts of a credit. */
export const creditWords = {
  fr: {
    untitled: 'Sans titre',
    quoted: '« {title} »',
    by: 'par {names}',
    holder: '© {name}',
    source: 'source :',
    updated: 'mise à jour le {day}',
    under: 'sous',
    reserved: 'tous droits réservés',
    unknown: 'licence non précisée',
    authorisation: 'avec l’autorisation des ayants droit',
    assignment: 'droits cédés',
    quotation: 'courte citation (code de la propriété intellectuelle, art. L. 122-5, 3° a)',
    teaching:
      'extrait au titre de l’exception pédagogique (code de la propriété intellectuelle, art. L. 122-5, 3° e)',
    changes: 'modifié :',
    previousChanges: 'modifications antérieures :',
  },
  en: {
    untitled: 'Untitled',
    quoted: '“{title}”',
    by: 'by {names}',
    holder: '© {name}',
    source: 'source:',
    updated: 'updated on {day}',
    under: 'under',
    reserved: 'all rights reserved',
    unknown: 'licence not stated',
    authorisation: 'with the permission of the rights holders',
    assignment: 'rights assigned',
    quotation: 'short quotation (French intellectual property code, art. L. 122-5, 3° a)',
    teaching:
      'extract under the teaching exception (French intellectual property code, art. L. 122-5, 3° e)',
    changes: 'changes:',
    previousChanges: 'earlier changes:',
  },
} as const
