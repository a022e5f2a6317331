/** Every word about products, in Romanian. */
import type { products as english } from '../en/products.ts';
import type { Translation } from '../translation.ts';

export const products: Translation<typeof english> = {
  productInformationFault:
    'Acum nu vă putem spune despre produse prin taste. Vă va ajuta un coleg de-al nostru.',

  askAboutProduct:
    'Despre ce produs doriți să ascultați? Vă rugăm să introduceți numărul lui, apoi apăsați tasta diez. Pentru a vorbi cu un coleg de-al nostru, apăsați 0 și diez.',
  aboutProductSilence: 'Nu am primit numărul vreunui produs.',
  aboutProductGiveUp: 'Un coleg de-al nostru va căuta produsul împreună cu dumneavoastră.',
  aboutProductEntryFault: 'Nu am putut prelua acest număr. Un coleg de-al nostru vă va spune despre produs.',
  aboutProductUnknown: 'Niciun produs al nostru nu are acest număr. Vă rugăm să îl mai priviți o dată.',
  aboutProductFault: 'Acum nu vedem produsele noastre. Vă va ajuta un coleg de-al nostru cu acest lucru.',

  aboutProduct: '{productName} costă {price} bucata, fără taxă.',
  aboutOffer: 'Este la ofertă până {until}. După aceea costă {usualPrice}.',
  aboutStock: 'Este în stoc.',
  aboutDelivery: 'Este în stoc și ajunge la dumneavoastră în {delivery}.',
  aboutSoldOut: 'Momentan stocul s-a epuizat.',
  aboutRestock: 'Momentan stocul s-a epuizat. Așteptăm altele în {delivery}.',
  aboutWarranty: 'Garanția este de {warranty}.',

  afterProduct:
    'Pentru a asculta din nou, apăsați 1. Pentru alt produs, apăsați 2. Pentru meniul principal, apăsați 3. Pentru a-l comanda, apăsați 4. Pentru a vorbi cu un coleg de-al nostru, apăsați 0. Pentru a încheia apelul, apăsați 9.',
  afterSoldOut:
    'Pentru a asculta din nou, apăsați 1. Pentru alt produs, apăsați 2. Pentru meniul principal, apăsați 3. Pentru a vorbi cu un coleg de-al nostru, apăsați 0. Pentru a încheia apelul, apăsați 9.',
  aboutHeardOften:
    'Ați ascultat deja de câteva ori despre el. Un coleg de-al nostru vă va spune cu plăcere mai multe.',
  aboutManyProducts: 'Un coleg de-al nostru vă poate spune despre multe alte produse ale noastre.',
  orderChosen: 'Un moment, vă rugăm, preluăm comanda dumneavoastră pentru el.',
  aboutOrderFault: 'Acum nu putem prelua prin taste comanda pentru el. O va prelua un coleg de-al nostru.',
};
