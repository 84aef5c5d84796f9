"""What people ask by another word than the topic of an owner's fact begins with, by that beginning."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


ASKED_FOR = {
    "pay": _words(
        """
        amex bancomat barzahlung bezahlen bizum bonifico card cards carta carte cash chèque contactless
        contanti ec efectivo espèces girocard karte kartenzahlung kreditkarte mastercard pagamenti
        pagamento pagar pagare pago pagos paiement payer payment paypal régler tarjeta transferencia
        virement visa zahlen überweisung אשראי באשראי ביט במזומן כרטיס לשלם מזומן תשלום ادفع البطاقة
        الدفع بالبطاقة بتقبلو بطاقة تحويل فيزا كاش كرت نقدا نقدي
        """
    ),
    "park": _words(
        """
        باركينج باركنج باركينغ جراج كراج
        anwohner aparcamiento aparcar auto car cochera estacionamiento estacionar garage garer garé
        garée parcheggi parcheggia parcheggiare parcheggio parken parker parkhaus parkplatz parkplatze
        parkplätze parquear parqueo posteggiare posteggio stationnement stationner tiefgarage חונים חניה
        חניון חנייה לחנות לחנייה أصف اصف السيارة سيارة صف كراج مواقف موقف
        """
    ),
    "access": _words("elevator lift stairs wheelchair"),
    "child": _words("baby buggy kid kids pram toddler"),
    "pet": _words("cat dog dogs"),
    "internet": _words("wifi wlan"),
}
