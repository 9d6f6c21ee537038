import type { Behaviour } from '../behaviour.ts'
import { all } from '../view/dom.ts'
import { stepper } from './shared/stepper.ts'

/** Pictures one at a time, turned by buttons only: nothing moves by itself. */
const behaviour: Behaviour = {
  element: 'gallery',
  wire(gallery) {
    const pictures = all('li', gallery)
    if (gallery.matches('.gallery-carousel') && pictures.length > 1) stepper(gallery, pictures)
  },
}
export default behaviour
