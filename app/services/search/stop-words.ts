/** Words that say nothing of what is looked for, folded; elided ones are letters by themselves. */
const french =
  'a au aux avec c ce ces cet cette chez comment d dans de des dont du elle en es est et etre eux il ils j je l la le les leur leurs lui m ma mais me meme mon n ne ni nos notre nous on ou par pas pour pourquoi qu quand que quel quelle quelles quels qui quoi s sa sans se ses si sont sur t ta te tes toi ton tu un une vos votre vous y'
const english =
  'an and are as at be by can do does for from has have how i in into is it its of that the their them then there these they this those to was we what when where which who why will with you your'

export const stopWords: ReadonlySet<string> = new Set(`${french} ${english}`.split(' '))
