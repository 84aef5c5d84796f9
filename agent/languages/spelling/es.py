"""Spanish as it is typed and spoken, on both sides of the ocean."""

WORDS = """
    que: q ke qe
    por: x
    porque: xq pq xk porq porqe xque
    por favor: porfa porfis porfavor xfa xfi pliss plis
    también: tb tmb tbn tmbn tambien tamb
    para: pa
    para el: pal
    donde: dnd dond
    dónde: ande
    aquí: aki acá aca
    de: d
    te: t
    estoy: toy
    está: ta
    nada: na nah'
    todo: to tdo
    fin de semana: finde finde's
    móvil: cel celu celular cell
    mensaje: msj msg mnsj
    mañana: mñn mñna manana mñana
    trabajo: laburo curro chamba pega laburar
    coche: auto carro
    autobús: colectivo bondi guagua
    cuanto: kuanto qanto
    cuánto: cuanto
    cuándo: qando
    qué: ké
    puedes: podés podes
    quieres: querés queres
    tienes: tenés tenes
    dices: decís decis
    vienes: venís venis
    sabes: sabés sabes
    haces: hacés haces
    eres: sos
    tú: vos
    borra: borrá
    cancela: cancelá
    anula: anulá
    deja: dejá
    para': pará
    cambia: cambiá
    pasa: pasá
    manda: mandá
    pon: poné
    haz: hacé
    saca: sacá
    quita: quitá
    mira: mirá fijate
    espera: esperá pará
    mueve: mové
    reserva: reservá
    agenda: agendá
    confirma: confirmá
    olvida: olvidá
    avisa: avisá
    dime: decime
    cuéntame: contame
    bórralo: borralo
    cancélalo: cancelalo
    anúlalo: anulalo
    déjalo: dejalo
    cámbialo: cambialo
    pásalo: pasalo
    mándalo: mandalo
    bórrame: borrame
    cancélame: cancelame
    cámbiame: cambiame
    pásame: pasame
    apúntame: apuntame anotame anótame
    resérvame: reservame
    cambias: cambiás
    corres: corrés
    pasas: pasás
    esperas: esperás
    cobras: cobrás
    atiendes: atendés
    cortas: cortás
    anotas: anotás
    dejas: dejás
    nada más: nomás nomas
    chico: pibe chaval chavo chamo
    chica: piba chavala chava
    niño: nene crío peque
    niña: nena cría
    bonito: lindo
    hora: horita
    ahora: ahorita orita
    dinero: guita pisto
    si: sip
    verdad: vdd verda
    aunque: aunq
    entonces: entonses
    hasta: asta
    voy: boy
    hacer: aser acer
    cita: sita
    turno: turnito
    miércoles: miercoles
    sábado: sabado
    jueves: juebes
    viernes: biernes
"""
FORMS = (
    (r"mi vieja\b", "mi madre"),
    (r"mi viejo\b", "mi padre"),
    (r"(?:nos vemos|nos re vimos|chau+|chao+|chaucito|adio+s|bay)\b", "adiós"),
    (r"(?:muy|re|súper|super|bien) (?=(?:mal|maleducad|grosero|lind|buen|tarde|feo|sucio))", "muy "),
    (r"re (?=maleducad)", "muy "),
    (r"de vuelta\b", "otra vez"),
    (r"al final (?=no)", "finalmente "),
    (r"pasado ?ma[nñ]ana\b", "pasado mañana"),
)
