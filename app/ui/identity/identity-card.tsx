import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Form, useNavigation } from '#app/framework.ts'
import { Select } from '#app/ui/field.tsx'
import { checkColours } from '#packaging/identity/check-colours.ts'
import {
  cornerNames,
  fontNames,
  type Identity,
  type Theme,
} from '#packaging/identity/identity.ts'
import { ColourField } from './colour-field.tsx'
import styles from './identity.module.css'
import { LabelFields } from './label-fields.tsx'
import { LogoField } from './logo-field.tsx'
import { IdentityPreview } from './preview.tsx'

const isColour = (text: string) => text === '' || /^#[0-9a-f]{6}$/i.test(text)

/** Every field of an identity, and beside them a module that has it. */
export function IdentityCard({ kept }: { kept: Identity }) {
  const { t } = useTranslation('identity')
  const busy = useNavigation().state === 'submitting'
  const [identity, setIdentity] = useState(kept)
  const { theme } = identity
  const change = (part: Partial<Theme>) =>
    setIdentity((before) => ({ ...before, theme: { ...before.theme, ...part } }))
  const problems = coloursOf(theme).every(isColour) ? checkColours(theme) : []
  return (
    <div className={styles.sides}>
      <Form method="post" className={`card ${styles.form}`}>
        {(['brand', 'accent', 'paper'] as const).map((name) => (
          <ColourField
            key={name}
            name={name}
            value={theme[name] ?? ''}
            onChange={(value) => change({ [name]: value || null })}
            problem={problems.find(({ token }) => token === name) ?? null}
          />
        ))}
        {(['text', 'headings'] as const).map((name) => (
          <Select
            key={name}
            label={t(`fields.${name}`)}
            name={name}
            value={theme[name]}
            onChange={({ target }) => change({ [name]: target.value })}
          >
            {fontNames.map((font) => (
              <option key={font} value={font}>
                {t(`fonts.${font}`)}
              </option>
            ))}
          </Select>
        ))}
        <Select
          label={t('fields.corners')}
          name="corners"
          value={theme.corners}
          onChange={({ target }) => change({ corners: target.value as Theme['corners'] })}
        >
          {cornerNames.map((corner) => (
            <option key={corner} value={corner}>
              {t(`corners.${corner}`)}
            </option>
          ))}
        </Select>
        <LogoField logo={theme.logo} onChange={(logo) => change({ logo })} />
        <LabelFields
          labels={identity.labels}
          onChange={(labels) => setIdentity((before) => ({ ...before, labels }))}
        />
        <p>
          <button type="submit" disabled={busy}>
            {t('keep')}
          </button>
        </p>
      </Form>
      <IdentityPreview identity={identity} sound={problems.length === 0} />
    </div>
  )
}

function coloursOf({ brand, accent, paper }: Theme): string[] {
  return [brand, accent, paper].map((colour) => colour ?? '')
}
