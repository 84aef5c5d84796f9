"""How an open summary is answered in Spanish."""

from agent.assent.phrase import Phrases

PHRASES = Phrases(
    yes="""
        y|ay|uf|pues|bueno|eh? sí|claro|dale|bueno que_va_a_ser|qué_le_vamos_a_hacer|qué_remedio|no_queda_otra|no_hay_otra|ni_modo|qué_se_le_va_a_hacer
        que_va_a_ser|qué_le_vamos_a_hacer|qué_remedio|no_queda_otra|no_hay_otra|ni_modo|lamentablemente_sí|desgraciadamente_sí|por_desgracia_sí|sí_por_desgracia|sí_lamentablemente|me_temo_que_sí
        dale|métele|mándale|échale|tírale|ándale|vamos|manda|mandale|ponle|ponele? nomás|nada_más|no_más|pues|ya|con_todo
        dale|métele|mándale|mandale|échale|ponele|tírale|manda
        venga va|sí|vamos|dale
        ah|uy|ay|pues|que|bueno|hombre|mujer|eh? sí|sip|sipi|simón|seep|yes|yep|see|sii|claro_que_sí|por_supuesto_que_sí|desde_luego_que_sí|pues_sí|eso_sí|que_sí
        claro|por_supuesto|desde_luego|cómo_no|faltaría_más|faltaba_más|efectivamente|efectivo|afirmativo|absolutamente|sin_duda|con_mucho_gusto|con_gusto|encantado|encantada|totalmente|seguro|obvio|obviamente|naturalmente|definitivamente
        por supuesto|descontado
        claro que_sí|sí|está|está_que_sí
        dale|dale_pues|dale_sí|órale|órale_pues|orale|ándale|andale|venga|vamos|vamos_allá|adelante|sigue|siga|procede|proceda|procedan|de_una|a_por_ello|hágale|métele|arre|sale|sale_pues|ya_está_sí|tira
        hazlo|hágalo|háganlo|hacedlo|hagámoslo|hacelo|que_se_haga
        lo? confirmo|confirmado|confirmada|confirma|confirme|confirmar|confirmamos|confírmal{o,a}|confírmel{o,a}|acepto|aceptado|apruebo|aprobado
        de_acuerdo|estoy_de_acuerdo|conforme|estoy_conforme|hecho|trato_hecho
        sí quiero|lo_quiero|la_quiero|confirmo|acepto|señor|señora
        me apunto
        puede|puedes|pueden seguir|continuar|proceder|hacerlo|confirmar
        así lo_quiero
    """,
    weak="""
        joya|diez_puntos|de_diez|copado|genial_genial|regio|macanudo|pipa|de_pm|al_pelo|de_pelos|padrísimo|perfectamente|listo_listo|mortal|flama|piola|finísimo|nítido
        ok|okay|oki|okey|oka|okis|vale|bien|perfecto|perfe|perfectísimo|genial|estupendo|fenomenal|fantástico|excelente|buenísimo|maravilloso|súper|super|guay|chévere|bárbaro|padre|listo|lista|listos|correcto|exacto|exactamente|ideal|de_lujo|de_maravilla|divino|entendido|cierto|bueno|muy_bueno|joya|bacán|chido|cabal
        muy|todo|está? bien|bueno|correcto|perfecto|genial
        todo|eso|así|la_cita|lo|resumen|el_resumen está|es|queda|parece|suena|me_parece|se_ve todo|muy|muy_bien|súper? bien|correcto|perfecto|genial|estupendo|bueno|exacto|en_orden|ok|vale|fenomenal|así
        está|es|queda|suena|parece|me_parece|me_suena|se_ve|todo muy|súper|super|todo|muy_muy? bien|correcto|perfecto|genial|estupendo|bueno|exacto|en_orden|ok|vale|fenomenal|fantástico|excelente|ideal
        me|nos va|viene|queda|cuadra|encaja|sirve|conviene muy|super|súper|de? bien|perfecto|genial|fenomenal|maravilla|lujo?
        eso|así es|mismo|está
        así_es|eso_es|así_mismo|eso_mismo|tal_cual|tal_cual_está|exactamente_eso|así_está_bien|así_me_gusta|justo_eso|es_correcto|es_así
        me gusta|encanta|interesa|vale|late
        todo|está ok|listo|ok_todo
        por_mí|por_mi vale|bien|perfecto|ok|genial
        va|vaya_bien|va_bien|va_que_va|va_perfecto
    """,
    after="""
        no_puedo_ir|no_voy_a_poder|no_llego|lamentablemente|por_desgracia|desgraciadamente
        definitivamente|definitivo|definitiva|de_forma_definitiva|para_siempre|del_todo|de_una_vez|de_una_vez_por_todas|por_completo|sin_duda|sin_ninguna_duda|de_verdad|desde_luego|que_sí|por_mí|para_mí|para_nosotros|conmigo|así|así_es|eso_es|tal_cual|ya|ahora|ya_mismo|ahora_mismo|enseguida|cuanto_antes|quiero|lo_quiero|la_quiero|está_bien|señor|señora|estoy_seguro|estoy_segura|por_favor|como_está|como_aparece|todo|todo_bien|con_eso|hombre|mujer|pues
    """,
    operations={
        "book": """
            resérv{alo,ala,ame,amelo,amela,elo,eme,emelo}|reserva{lo,la,me,melo}|agénd{alo,ala,ame,amelo,eme}|agenda{lo,la,me,melo}|anót{alo,ame,amelo,eme}|anota{lo,me,melo}|apúnt{alo,ame,amelo,eme}|apunta{lo,me,melo}|guárd{alo,amelo}|guarda{lo,melo} ya|nomás|pues|por_favor?
            me|nos|ya|puede|puedes|pueden|podéis|quiero|quisiera|me_gustaría|por_favor|vamos_a? reserv{a,e,en,ad,ar,o,alo,ala,elo,ela,enlo,enla,arlo,arla,amelo,amela,emelo,emela,adlo,adla,enme,ame,eme,emos,enos}|agend{a,e,en,ar,ame,eme,alo,ala,elo,ela,amelo,amela,emelo,enla,enlo,arlo,arla,o}|apunt{a,e,en,ame,eme,enme,adme,anos,ar,arme}|anot{a,e,en,ame,eme,enme,ala,alo,ela,elo}|cog{elo,ela,emelo,emela}|pon{la,lo,me,ga,gala,galo,game}|bloque{a,e,alo,ala}|confirm{a,e,alo,ala,elo,ela}|cit{ame,eme}|aparta|apárta{la,lo,mela}|separa|sepára{la,lo,mela} la|el|esa|ese|eso|mi|ya|esta? cita|hora|reserva|turno|hueco|horario? por_favor|ya|ahora?
            me|nos lo|la quedo|quedamos|tomo|llevo
            lo|la|me_lo|me_la cojo|tomo|reservo|agendo|quedo|agarro
            haz|haga|hagan|hacer la|una reserva|cita
            ya|puede|puedes|quiero? envi{a,e,en,ar,alo,ala,elo,ela,enlo,enla,arlo,arla}|mand{a,e,en,ar,alo,ala,elo,ela,enlo,enla,arlo,arla} la_solicitud|mi_solicitud?
        """,
        "move": """
            cámbi{alo,ala,amelo,amela,elo,ela,emelo,emela}|cambia{lo,la,melo,mela}|muév{elo,ela,emelo,alo,amelo}|pás{alo,ala,amelo,elo}|pasa{lo,la,melo}|córre{lo,melo}|corre{lo,melo}
            me|nos|ya|puede|puedes|pueden|podéis|quiero|quisiera|por_favor|vamos_a? cambi{a,e,en,ad,ar,alo,ala,elo,ela,enlo,enla,arlo,arla,amelo,amela,emelo,emela,adla,adlo,emos}|muev{e,a,an,elo,ela,alo,ala,emelo,emela,amela,anla}|mov{er,edla,edlo,erla,erlo}|pas{a,e,ala,alo,ela,elo,amela,ar,arla,arlo,adla}|traslad{a,e,ala,alo,ela,elo,ar}|aplaz{a,e,ala,alo,ar}|reprogram{a,e,ala,alo,ela,elo,ar}|pospon{er,ga,gala,la}|modific{a,ala,alo,ar}|modifiqu{e,ela,elo}|reserv{a,e,ala,alo,ela,elo}|adelant{a,ala,alo,ar} la|el|mi|esa? cita|hora|reserva|turno? por_favor|ya|ahora?
            haz|haga|hagan|hacer el_cambio
        """,
        "cancel": """
            bórr{alo,ala,ame,amelo,elo,ela,eme}|borra{lo,la,me,melo}|quít{alo,ala,ame,amelo,elo}|quita{lo,la,me}|sác{alo,ame}|saca{lo,me}|da{lo,la,me}_de_baja|dé{lo,la,me}_de_baja|dese_de_baja|fuera|a_la_basura|anúl{alo,ala,amelo,elo,ela}|cancél{alo,ala,amelo,elo,ela,emelo} ya|nomás|pues|por_favor|todo?
            por_favor? quít{ala,alo,ela,elo,enla,enlo,ame,eme,enme,amela,amelo,emela}|bórr{ala,alo,ela,elo,enla,ame,eme,enme,amela,emela}|elimín{ala,alo,ela,elo,ame,eme}|anúl{ala,alo,ela,elo,enla,amela,emela}|cancél{ala,alo,ela,elo,enla,amela,emela}|sác{ame,uenme}|sáqueme|táche{la,me}|tách{ala,ame} de|del? la? agenda|lista|calendario? por_favor|ya?
            me|nos|ya|puede|puedes|pueden|podéis|quiero|quisiera|por_favor|tengo_que|necesito|vamos_a? cancel{a,e,en,ad,ar,o,alo,ala,elo,ela,enlo,enla,arlo,arla,amelo,amela,emelo,emela,adla,adlo,emos}|anul{a,e,en,ad,ar,o,alo,ala,elo,ela,enlo,enla,arlo,arla,amela,emela,adla,adlo}|borr{a,e,ala,alo,ela,elo,ar,arla}|elimin{a,e,ala,alo,ela,elo,ar,arla}|quit{a,e,ala,alo,ela,elo,ar,arla} la|el|mi|esa|esta? cita|hora|reserva|turno? por_favor|ya|ahora?
            dar|dame|denme|deme|de|dé|dele|déle|dale|denle|den|delo|dela|démelo de_baja
            lo|la cancelo|anulo
        """,
    },
    no="""
        no|nop|nel|nones|nope|nunca|jamás|no_gracias|para_nada|de_ninguna_manera|ni_hablar|ni_loco|ni_loca|qué_va|en_absoluto|negativo|alto|para|detente|nanay
        ahora|hoy|mejor|todavía|esta_vez|por_ahora|de_momento|así|eso|ese|esa|ya no
        no quiero|lo_quiero|la_quiero|gracias|me_interesa|hace_falta|es_necesario|es_eso|es_correcto|es_así|está_bien|me_va|me_viene_bien|me_convence|me_gusta|lo_hagas|lo_haga|lo_hagan|lo_hagáis|sigas|siga|ahora|así|ya|es_ese|puedo|puede_ser|era_eso|procede
        mejor no|nada|otro_día_no|lo_dejamos|déjalo|déjelo|dejémoslo
        está|es mal|incorrecto|equivocado|un_error|falso
        mal|incorrecto|error|equivocado
        va a_ser que_no
        que_no|pues_no|bueno_no|creo_que_no|me_parece_que_no|mejor_que_no|diría_que_no
        déjal{o,a}|déjel{o,a}|dejadl{o,a}|dejémosl{o,a}|dejen|dejarl{o,a}|deja|deje|dejen estar|así|correr?
        nada
        prefiero|preferiría que? no
        no quisiera|querría
        quizás|tal_vez|mejor|en|mejor_en|quizás_en? otra ocasión
    """,
    drop={
        "book": """
            olvídal{o,a}|olvídel{o,a}|olvidadl{o,a}|olvídate|olvide|olvidemos
            déjal{o,a}|déjel{o,a}|dejadl{o,a}|dejémosl{o,a} estar|así_no|correr|pasar
            da_igual|da_lo_mismo
            cambi{é,ado} de opinión|idea|parecer
            me_arrepentí|me_he_arrepentido|he_cambiado_de_idea|me_lo_he_pensado_mejor|me_lo_pensé_mejor|lo_pensé_mejor
            no me? l{o,a}|la|lo|me? reserv{es,e,en,éis}|agend{es,e,en,éis}|apunt{es,e,en,éis}|confirm{es,e,en,éis}
            ya_no|no_la|no_lo quiero|necesito|hace_falta|me_interesa
            cancel{a,e,ala,alo,ela,elo}|anul{a,e,ala,alo,ela,elo}
            va_a_ser_que_no
            mejor no
            sin compromiso
            no la|lo? envi{es,e,en,éis}|mand{es,e,en,éis}
        """,
        "move": """
            déj{alo,ala,amelo,amela,elo,ela,emelo}|deja{lo,la,melo,mela} como|ahí|así|quieto|tal_cual|en|para|el estaba|está|quedó?
            olvídal{o,a}|olvídel{o,a}|olvidadl{o,a}|olvídate
            cambi{é,ado} de opinión|idea|parecer
            me_arrepentí|me_he_arrepentido
            no|mejor_no me? la|lo|l{o,a}? muev{as,a,an,áis}|mov{áis}|cambi{es,e,en,éis}|pas{es,e,en,éis}|toqu{es,e,en,éis}|traslad{es,e,en}|modifi{ques,que,quen}
            déj{ala,alo,ela,elo,enla,enlo}|dejad{la,lo}|dejar{la,lo}|deja|deje|dejen|dejémos{lo,la} como|donde|así|tal|en|la|el|estar
            mant{én,enga,enla,enlo,engala,engalo,ener,enerla,enerlo,engan}|conserv{a,ar,arla,o}
            que? se? queda|quede como|así|igual
            como estaba|está|antes|siempre|quedamos
            la_original|la_de_antes|la_antigua|la_anterior|la_misma_de_antes|la_que_tenía
        """,
        "cancel": """
            olvídal{o,a}|olvídel{o,a}|olvidadl{o,a}|olvídate
            cambi{é,ado} de opinión|idea|parecer
            me_arrepentí|me_he_arrepentido|me_lo_he_pensado_mejor|lo_pensé_mejor|lo_he_pensado_mejor
            no|mejor_no|sin|nada me? la|lo|me_la|me_lo? cancel{es,e,en,éis,ar}|anul{es,e,en,éis,ar}|borr{es,e,en,éis}|elimin{es,e,en,éis}|quit{es,e,en,éis}
            déj{ala,alo,ela,elo,enla,enlo,amela,amelo}|dejad{la,lo}|dejar{la,lo}|dejémos{lo,la}|deja|deje|dejen|dejo
            mant{én,enga,enla,enlo,engala,engalo,ener,enerla,enerlo,engan,engo,enemos}|conserv{a,ar,arla,o,arlo,amos}|guárd{ala,alo,emela}|guard{ar,arla}
            me_la|me_lo|la|lo quedo|conservo|mantengo|dejo
            que? se? queda|quede
            como estaba|está|siempre|quedamos|habíamos_quedado
            al_final|finalmente|después_de_todo sí
            sí que? voy|iré|puedo|podré|vengo|vamos|asistiré|llego|llegaré|la_quiero|quiero_ir|quiero_la_cita
            voy|iré|vamos|vengo|asistiré a_ir|igual|sí|al_final|de_todos_modos|seguro
            ahí|allí|allá|ahi estaré
            puedo|podré|voy_a_poder ir|venir|asistir|llegar
            quiero|prefiero|necesito ir|mantener|conservar|la_cita|mi_cita|seguir|mantenerla|quedármela|quedarme
            sigo queriendo|interesado|interesada|yendo
            un|por error|equivocación
        no hace_falta|quiero|quería|necesito|hay_que|deseo|pienso cancelar|cancelarla|anular|anularla
        al_final|nada|igual voy|iré|vamos
        era_broma|solo_preguntaba|era_una_pregunta|solo_era_una_pregunta
        """,
    },
    beside="""
        qué_lástima|qué_pena|una_pena|lo_siento|perdón|disculpa|disculpe|igual|ni_modo
        mil|muchas|muchísimas gracias guapa|guapo|majo|maja|corazón?
        por_favor|por_fa|porfa|porfis|porfavor|xfa|pf|plis|please|si_es_tan_amable|si_eres_tan_amable|si_puede_ser|si_puedes
        gracias|muchas_gracias|mil_gracias|muchísimas_gracias|grax|grs|graciass|muy_amable|qué_amable|se_lo_agradezco|te_lo_agradezco|agradecido|agradecida|thanks|un_saludo|saludos
        entonces|pues|y|ya|hola|buenas|buenos_días|buenas_tardes|buenas_noches|señor|señora|señorita|amigo|amiga|guapa|guapo|cariño|hombre|para_mí|para_nosotros|eh|oye|tía|tío|bonita|corazón|cielo
        sería genial|estupendo|perfecto|fantástico
    """,
    soft="""
        mm|mmm|hm|hmm|eh|em|este|ay|uy|uf|ah|oh|ups|perdón|perdona|perdone|perdonad|disculpa|disculpe|lo_siento|bueno|mejor_dicho|digo|quiero_decir|en_realidad|la_verdad|pero|o|quizás|quizá|tal_vez|pues|al_final|finalmente|mejor|de_momento|hoy|por_hoy|creo|espera|espere|jeje|jaja|todavía|todavia|eso
    """,
    never="""
        sí claro y|vaya
        sí_claro_y|sí_ya|ya_ya|sí_cómo_no|sí_hombre_sí|sí_hombre|ya_claro|claro_claro|si_tú_lo_dices|si_usted_lo_dice|lo_que_tú_digas|lo_que_usted_diga|lo_que_digas|ni_de_broma|ni_en_sueños|cuando_las_ranas|qué_remedio|me_da_igual|da_igual|estoy_bien|estamos_bien|así_estoy_bien|no_hace_falta|no_pasa_nada|vale_ya|bueno_ya|bueno_vale_ya|ya_veremos|ya_veré|qué_más_da|va_a_ser_que_no|ajá_sí|sí_sí_claro|qué_gracia|qué_bien_eh
        eso_es_todo|es_todo|eso_sería_todo|nada_más|ya_está_todo
        qué genial|bien|bueno|estupendo|maravilla eh|oye|hombre|vaya
    """,
    wait="""
        aguante|aguanta|aguanten|aguanteme|aguantame|esperame|espereme|dame_chance|deme_chance tantito|un_poco|poquito|un_segundo|un_momento?
        ahorita|ahora|luego|al_rato le|te|les digo|aviso|confirmo
        1|un|dos|2|5|unos|dame|deme|dadme|ahorita|espérame|aguanta|aguántame|un_momento? seg|segs|segundo|segundos|segundito|momento|momentito|minuto|minutos|minutito|ratito|toque por_favor?
        espera|espere|esperen|aguanta|aguante|pera|perame|bancame|banca|párate|para un? poco|momento|segundo|cachito|toque?
        ya_vuelvo|ahora_vuelvo|vuelvo_en_un_rato|enseguida_vuelvo|voy_a_ver|déjame_ver|déjame_mirar|deja_que_mire
        un_seg|un_segundín|un_sec|un_mom
        espera|espere|esperad|esperen|espérate|espérame|espéreme|aguanta|aguántame|aguarda|aguarde|un_momento|un_momentito|un_segundo|un_segundito|un_minuto|un_minutito|dame|deme|denme|déjame|déjeme|momento|momentito|segundo|un_rato|ahorita
        tengo|tendría|necesito|debo|voy|quiero que? consultar|consultarlo|confirmar|preguntar|preguntarle|ver|verlo|mirar|mirarlo|pensar|pensarlo|pensármelo|hablar|hablarlo|revisar|comprobar|comprobarlo|checar
        todavía|aún no
        no estoy|lo_tengo|lo_sé|sé|lo_veo seguro|segura|claro?
        lo|me_lo pienso|pensaré|consulto|miro|pregunto
        le|les pregunto|digo|consulto
        déjame|déjeme|déjenme pensar|pensarlo|ver|mirar|consultar|preguntar
        estoy pensando|pensándolo|dudando|mirando
        ya te|le digo|aviso|diré|confirmo
        ahora vuelvo|vengo
        quizás|tal_vez|mejor más_tarde|luego|mañana|otro_día
        más tarde|adelante_no
    """,
    bye="""
        adiós|chao|chau|bye|hasta luego|pronto|mañana|la_vista|otra|entonces|el|ahora|siempre|la
        adiós|chao|chau|ciao|bye|adiosito|hasta_luego|hasta_pronto|hasta_mañana
        nos vemos|hablamos|leemos|escribimos
        te|os|les|le veo|vemos
        buenas noches
        buen fin|día|finde
        que tenga|tengas|pase|pases|vaya|descanse|descanses
        eso|ya es|sería|era todo
        nada más
        me voy|despido|tengo_que_ir
        cuídate|cuídese|un_abrazo|besos
    """,
    asks="""
        qué|quién|quiénes|cuál|cuáles|cuándo|cómo|cuánto|cuánta|cuántos|cuántas|dónde|adónde|por_qué|con_quién|y_si|a_qué
        es|está|hay|tiene|tienen|tenéis|puede|puedo|pueden|podría|podrían|puedes|hacen|sería|me|se|hace|van|vais|tengo cobran|que|algún|alguna|posible|con|a|el|la|cambiar|puede|paga|pagar|hacer|ir|cuesta
    """,
)
