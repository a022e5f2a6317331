/** Every word about products, in Romanian. */
import type { products as english } from '../en/products.ts';
import type { Translation } from '../translation.ts';

export const products: Translation<typeof english> = {
  productInformationFault: 'Acum nu vă putem da informații despre produse de la tastatură.',

  askAboutProduct:
    'Despre ce produs doriți să ascultați? Vă rugăm să introduceți numărul lui, apoi apăsați tasta diez. Pentru ofertele de astăzi, apăsați 1 și diez. Pentru a vorbi cu un coleg, apăsați 0 și diez.',
  aboutProductSilence: 'Nu am primit numărul vreunui produs.',
  aboutProductUnknown: 'Niciun produs al nostru nu are acest număr. Vă rugăm să îl verificați încă o dată.',
  aboutProductFault: 'Momentan nu avem acces la produsele noastre.',

  offersToday:
    'Ofertele de astăzi. {offers} Pentru alt produs, apăsați 4. Pentru meniul principal, apăsați 5. Pentru a vorbi cu un coleg, apăsați 0. Pentru a încheia apelul, apăsați 9.',
  noOffers: 'Astăzi nu avem nicio ofertă.',

  aboutProduct: '{productName} costă {price} bucata, fără taxe.',
  aboutOffer: 'Este la ofertă până {until}. După aceea costă {usualPrice}.',
  aboutStock: 'Este în stoc.',
  aboutDelivery: 'Este în stoc și ajunge la dumneavoastră în {delivery}.',
  aboutSoldOut: 'Momentan stocul s-a epuizat.',
  aboutRestock: 'Momentan stocul s-a epuizat. Așteptăm alte bucăți în {delivery}.',
  aboutWarranty: 'Garanția este de {warranty}.',

  afterProduct:
    'Pentru a asculta din nou, apăsați 1. Pentru alt produs, apăsați 2. Pentru meniul principal, apăsați 3. Pentru a-l comanda, apăsați 4. Pentru a vorbi cu un coleg, apăsați 0. Pentru a încheia apelul, apăsați 9.',
  afterSoldOut:
    'Pentru a asculta din nou, apăsați 1. Pentru alt produs, apăsați 2. Pentru meniul principal, apăsați 3. Pentru a vorbi cu un coleg, apăsați 0. Pentru a încheia apelul, apăsați 9.',
  aboutHeardOften: 'Ați ascultat deja de câteva ori despre el.',
  aboutManyProducts: 'Un coleg vă poate spune despre multe alte produse ale noastre.',
  orderChosen: 'Un moment, vă rugăm, vă preluăm comanda pentru acest produs.',
  aboutOrderFault: 'Acum nu putem prelua comanda de la tastatură.',
};
