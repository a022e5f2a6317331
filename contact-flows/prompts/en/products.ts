/** Every word about products, in English. */

export const products = {
  productInformationFault: 'We cannot tell you about products at the keypad just now.',

  askAboutProduct:
    'Which product would you like to hear about? Please enter its number, and then press the pound key. For what is on offer today, press 1 and pound. To speak with one of our team, press 0 and pound.',
  aboutProductSilence: 'We did not get the number of a product.',
  aboutProductUnknown: 'No product of ours has that number. Please have another look at it.',
  aboutProductFault: 'We cannot look at our products just now.',

  offersToday:
    'On offer today. {offers} For another product, press 4. For the main menu, press 5. To speak with one of our team, press 0. To end the call, press 9.',
  noOffers: 'Nothing is on offer today.',

  aboutProduct: '{productName} costs {price} a piece, before tax.',
  aboutOffer: 'That is an offer, until {until}. After that it costs {usualPrice}.',
  aboutStock: 'It is in stock.',
  aboutDelivery: 'It is in stock, and reaches you within {delivery}.',
  aboutSoldOut: 'It is sold out at the moment.',
  aboutRestock: 'It is sold out at the moment. We expect more of it within {delivery}.',
  aboutWarranty: 'The warranty runs for {warranty}.',

  afterProduct:
    'To hear that again, press 1. For another product, press 2. For the main menu, press 3. To order it, press 4. To speak with one of our team, press 0. To end the call, press 9.',
  afterSoldOut:
    'To hear that again, press 1. For another product, press 2. For the main menu, press 3. To speak with one of our team, press 0. To end the call, press 9.',
  aboutHeardOften: 'You have heard about it several times now.',
  aboutManyProducts: 'One of our team can tell you about many more of our products.',
  orderChosen: 'One moment, please, while we take your order for it.',
  aboutOrderFault: 'We cannot take your order for it at the keypad just now.',
} as const;
