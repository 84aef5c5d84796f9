"""How an open summary is answered in Italian."""

from agent.assent.phrase import Phrases

PHRASES = Phrases(
    yes="""
        e|eh|ma|oh|ah? va_bene|va_benissimo|sì|si|certo|certo_che_sì|sì_dai|dai_sì
        purtroppo_sì|purtroppo_si|sì_purtroppo|si_purtroppo|ahimè_sì|ahimè|eh_sì|eh_già|per_forza|non_ho_scelta|non_c_è_scelta|tocca|mi_tocca|pazienza_sì
        vai|vada|andate|andiamo|forza|dai|su? tranquillo|tranquilla|pure|così|avanti
        proceda|procedi|procedete|procediamo|faccia|fai|fate pure|così|lei|voi?
        massì|massi|ma_sì|ma_si dai|certo?
        ah|oh|eh|ma|beh|be|bah? sì|sip|yes|yep|certo|certo_che_sì|ma_sì|sissignore|sisì|eccome|sicuro
        certamente|certo|assolutamente|assolutamente_sì|sicuramente|senzaltro|senz_altro|naturalmente|ovviamente|ovvio|volentieri|molto_volentieri|con_piacere|come_no|per_forza|indubbiamente|affermativo|chiaro|chiaramente|direi_di_sì|dico_di_sì|sì_sì_sì|altroché
        certo che_sì|sì
        confermo|lo_confermo|confermato|confermata|confermi|conferma|confermare|confermiamo|confermate|confermal{o,a}|approvo|approvato|accetto|accettato
        procedi|proceda|procedete|procediamo|procedere|proseguiamo|prosegui|prosegua|vai|vada|vai_pure|vada_pure|andate|andate_pure|vai_così|avanti|avanti_così|andiamo
        procedi|proceda|procedete|fai|faccia|fate|facciamo|fallo|lo_faccia|fatelo pure|così|anche?
        fai|faccia|fate|facciamo
        fallo|lo_faccia|fatelo|facciamolo
        sono|siamo daccordo|d_accordo
        daccordo|d_accordo|daccordissimo|affare_fatto|ci_sto|ci_stiamo|andata|aggiudicato|fatto
        puoi|può|potete procedere|andare|andare_avanti|farlo|confermare
        lo_voglio|la_voglio|voglio|lo_vorrei_sì
    """,
    weak="""
        apposto|a_posto|tutto_a_posto|ottimamente|benone|benissimissimo|perfettissimo|top|bella|grande|buonissimo|al_top|ci_sta|ci_siamo
        ok|okay|oki|okey|va_bene|va_benissimo|vabene|vabbene|bene|benissimo|benone|perfetto|perfettamente|ottimo|ottimamente|magnifico|fantastico|eccellente|splendido|stupendo|meraviglioso|super|grande|esatto|esattamente|giusto|corretto|preciso|bello|ideale|top|perfect|inteso|intesi|apposto_così_sì|buono|buonissimo
        molto|tutto|va|è|sta bene|giusto|corretto|perfetto|ok|ottimo|esatto|benissimo|a_posto|okay
        è|sembra|mi_sembra|mi_pare|pare|risulta|tutto|il_riepilogo_è|tutto_è tutto|molto|assolutamente? bene|giusto|corretto|perfetto|ok|ottimo|esatto|benissimo|in_ordine|a_posto|buono|ideale|splendido
        mi|ci|così|tutto|questo|quello? va|andrebbe|sta molto? bene|benissimo|bene_così|perfetto|ok|alla_grande|a_genio|bene_tutto
        mi|ci piace|torna|va|conviene|garba|quadra
        così va_bene|è_perfetto|è_giusto|perfetto|è_corretto
        per_me va_bene|ok|è_ok|perfetto|va_benissimo|bene|è_perfetto
        è_così|proprio_così|proprio_quello|è_quello|è_proprio_quello|è_esatto
    """,
    after="""
        purtroppo|non_posso_venire|non_riesco_a_venire|non_ce_la_faccio
        giuro|te_lo_giuro|lo_giuro
        definitivo|definitiva|definitivamente|in_via_definitiva|in_modo_definitivo|una_volta_per_tutte|per_sempre|del_tutto|completamente|senza_dubbio|davvero|certamente|certo|per_me|per_noi|così|pure|così_com_è|comè|così_comè|è_giusto|è_corretto|subito|ora|adesso|immediatamente|sono_sicuro|sono_sicura|lo_voglio|grazie|proprio_così|ci_mancherebbe|molto|tutto|va_bene_così
    """,
    operations={
        "book": """
            mi|ci|lo|la? segn{i,a,ate}|prenot{i,a,ate}|fiss{i,a,ate}|registr{i,a,ate}|mett{a,i,ete}|blocc{hi,a,ate}|tien{i,ga}|conferm{i,a,ate} pure|lei|allora|così?
            segna{mi,lo,temi}|prenota{mi,lo,temi}|blocca{lo,melo}|fissa{lo,melo}
            mi|ci|me_lo|me_la|lo|la|puoi|può|potete|voglio|vorrei|per_favore? prenot{a,i,o,ate,are,iamo,alo,ala,ami,amelo,amela,atelo,atela,armi,arlo,arla}|riserv{a,i,ate,are,amelo,alo}|fiss{a,i,o,ate,are,iamo,alo,ala,amelo,iamolo}|segn{a,i,o,ate,are,ami,alo,amelo,atemi,armi}|blocc{a,hi,hiamo,ate,are,alo,amelo}|mett{i,a,imi,ilo,ete}|scriv{i,imi,a}|prend{i,o,ilo,iamo}|inserisc{i,a,imi}|tieni{lo,melo} lo|la|il|quello|questo|l|lappuntamento|l_appuntamento|la_prenotazione|il_posto|un_posto? pure? per_me|per_favore|subito|ora|così?
            lo|la prendo|prenoto|tengo|fisso|voglio|prendiamo
            la|lo|può|puoi|voglio|vorrei? invi{a,i,o,ate,are,ala,alo,arla}|mand{a,i,o,ate,are,ala,arla} la_richiesta|la_mia_richiesta?
        """,
        "move": """
            mi|lo|la|me_lo? spost{i,a,ate}|cambi{,a,ate}|modific{hi,a,ate}|mett{a,i,ete} pure|lei|allora|così?
            spost{a,i}{lo,melo,la}?
            mi|ci|me_lo|me_la|lo|la|puoi|può|potete|voglio|vorrei|per_favore? spost{a,i,o,ate,are,iamo,alo,ala,amelo,amela,atelo,arlo,arla,iamolo}|cambi{a,o,ate,are,amo,alo,ala,amelo,arlo,atelo}|modific{a,hi,ate,are,alo,arlo}|rimand{a,i,ate,are,alo}|posticip{a,i,ate,are,alo}|anticip{a,i,ate,are,alo}|rinvi{a,i,alo}|prenot{a,i,alo} lo|la|il|lappuntamento|l_appuntamento|la_prenotazione? pure? per_favore|subito|ora|così?
            fai|faccia|fate il_cambio|lo_spostamento
        """,
        "cancel": """
            mi|lo|la|me_lo|tutto? disdic{a,i}|disdite|annull{i,a,ate}|cancell{i,a,ate}|tolg{a,o}|togli|togliete|elimin{i,a,ate} pure|lei|tutto|allora|quello?
            togli|togliete|tolga tutto|pure|via?
            per_favore? tog{lilo,lila,limi,lietelo,lietela,lietemi}|tolga|levi|lev{alo,ala,ami,atelo,atela}|cancell{ami,atemi}|depenn{alo,ami} lo|la|mi? pure? dallagenda|dalla_lista|dal_calendario? per_favore|pure?
            lo|la|mi tolga|levi|cancelli|annulli|disdica|elimini|tolgo|annullo|disdico pure? dallagenda|dalla_lista|dal_calendario? per_favore?
            mi|ci|me_lo|me_la|lo|la|puoi|può|potete|voglio|vorrei|devo|per_favore? cancell{a,i,o,ate,are,iamo,alo,ala,amelo,amela,atelo,arlo,arla,iamolo}|annull{a,i,o,ate,are,iamo,alo,ala,amelo,amela,atelo,arlo,arla}|disd{ici,ica,ite,ire,ico,icilo,icila,icimelo,irlo,irla,iciamo,etta}|elimin{a,i,ate,are,alo,ala}|toglil{o,a}|tolga lo|la|il|tutto|lappuntamento|l_appuntamento|la_prenotazione? pure? per_favore|subito|ora?
        """,
    },
    no="""
        no|nope|nah|nooo|mai|non|niente|no_grazie|assolutamente_no|certo_che_no|per_niente|neanche_per_sogno|neanche_per_idea|macché|negativo|stop|fermo|ferma|fermi|fermati|si_fermi|alt
        non adesso|ora|oggi|voglio|lo_voglio|la_voglio|mi_interessa|serve|mi_serve|è_giusto|è_corretto|va_bene|va|mi_va|mi_piace|così|questo|quello|farlo|lo_faccia|fatelo|fare|confermo|più|era_questo|è_quello|procedere
        adesso|ora|oggi|ma|anzi|forse|meglio|allora|eh|proprio|decisamente|veramente|direi_di|penso_di|credo_di|preferisco_di|meglio_di|dico_di no
        è|sta sbagliato|errato|un_errore|scorretto
        sbagliato|errato|errore
        per niente
        lasci|lascia|lasciamo|lasciate|lascial{o,a} stare|perdere|così|pure|correre?
        sono|siamo a_posto
        come_non_detto|fa_niente|non_importa|non_fa_niente|nulla
        non è necessario|il_caso
        preferirei|preferisco di? no
    """,
    drop={
        "book": """
            lasci|lascia|lasciamo|lasciate stare|perdere
            come_non_detto|fa_niente|non_importa|niente_da_fare|dimentica|dimentichi|dimenticate
            cambiato idea
            ripensato|ripensata|ripensandoci_no|ci_ho_ripensato
            non lo|la|mi|me_lo? prenot{are,i,o,ate}|fiss{are,i,o}|segn{are,i}|conferm{are,i,o,ate}|serve|serve_più|voglio|interessa|procedere|procedete
            annull{a,i,alo,ala,are}|cancell{a,i,alo,ala,are}|disdici|disdica
            non_se_ne_fa
            meglio_di_no
            non la|lo? invi{are,i,ate}|mand{are,i,ate}
        """,
        "move": """
            teng{a,o}|tieni|tenete|teniamo|tenere|mant{enga,ieni,eniamo}|lasc{i,ia,iate,iamo} il|lo|la|tutto|quello|com_è|così|pure?
            ci_ho_ripensato|ho_ripensato|ripensandoci|ho_cambiato_idea
            lasci|lascia|lasciamo|lasciate|lascial{o,a}|lasciatel{o,a} stare|perdere|così|comè|com_è|dov_è|dovè|lì|dove|tutto|come|lappuntamento
            come_non_detto|fa_niente|non_importa
            cambiato idea
            ripensato|ripensata|ci_ho_ripensato
            non lo|la|mi? spost{are,i,o,ate,arlo,iamo}|cambi{are,o,ate,arlo,amo}|modific{are,hi,ate}|tocc{are,hi}
            tieni{lo,la,melo,mela}|tenga|tengo|tenere|tenerlo|teniamo{lo,la}|tenete|mantieni|mantenga|mantenere|mantengo
            resta|rimane|resti|rimanga
            come prima|era|previsto|daccordo|stabilito|concordato
            quello di_prima|originale|vecchio
        """,
        "cancel": """
            teng{a,o}|tieni|tenete|mant{enga,ieni} il|lo|la|tutto|così|pure?
            lasci|lascia|lasciamo|lasciate|lascial{o,a}|lasciatel{o,a}|lasciamol{o,a}
            come_non_detto|fa_niente|non_importa|dimentica|dimentichi
            cambiato idea
            ripensato|ripensata|ci_ho_ripensato|ci_ripenso
            non|senza|mica lo|la|mi|me_lo|me_la? cancell{are,i,a,o,ate,arlo,arla,iamo}|annull{are,i,a,o,ate,arlo,arla,iamo}|disdi{re,ca,ci,co,te,rlo,rla,ciamo}|elimin{are,i,ate}|toglier{e,lo}
            tieni{lo,la,melo,mela}|tenga|tengo|tenere|tenerlo|tenerla|tenermelo|teniamo{lo,la}|tenete|tenetelo|tienimel{o,a}|tienil{o,a}|me_lo_tenga|mantieni|mantenga|mantenere|mantengo|mantenerlo|conserv{a,i,are,o,arlo}
            resta|rimane|resti|rimanga
            come previsto|era|daccordo|stabilito|concordato|programmato
            alla_fine|alla_fin_fine|invece|dopotutto|in_realtà|comunque|in_fondo vengo|ci_sono|verrò|posso|ce_la_faccio|riesco|ci_vengo
            vengo|verrò|veniamo|verremo|ci_sarò|ci_saremo|ci_sono|ci_siamo|ci_vengo|ce_la_faccio|riesco_a_venire
            posso|riesco venire|esserci
            voglio|vorrei|preferisco|desidero tener|tenere|tenerlo|tenerla|mantenere|mantenerlo|venire|conservarlo|lasciarlo
            un|per errore|sbaglio
        non serve|voglio|volevo|bisogna|occorre|intendo cancellare|cancellarlo|annullare|annullarlo|disdire|disdirlo
        chiedevo|domandavo soltanto|solo|e_basta
            solo una_domanda
            meglio_di_no
        """,
    },
    beside="""
        peccato|che_peccato|mi_spiace|scusi|scusate|mi_dispiace_molto|lo_stesso
        mi|ci dispiace|spiace tanto|molto|davvero?
        per_favore|perfavore|per_piacere|per_cortesia|pf|please|se_possibile
        grazie|grazie_mille|mille_grazie|tante_grazie|grazie_tante|molte_grazie|grazie_infinite|grazie_davvero|la_ringrazio|ti_ringrazio|vi_ringrazio|grz|gentilissima|gentilissimo|gentilissimi|molto_gentile|gentile|thanks|grassie
        allora|dunque|quindi|e|pure|salve|buongiorno|buonasera|signora|signore|cara|caro|bella|bello|per_me|per_noi|ecco|dai|poi
        sarebbe perfetto|fantastico|ottimo|bello
    """,
    soft="""
        mm|mmm|hm|hmm|eh|ehm|ah|oh|boh|beh|be|bah|ops|oddio|scusa|scusi|scusate|mi_scusi|mi_scusa|mi_dispiace|perdonami|anzi|cioè|voglio_dire|veramente|in_realtà|ma|però|o|oppure|forse|magari|aspetta|aspetti|ripensandoci|a_pensarci_bene|alla_fine|per_ora|oggi|per_oggi|adesso|ora|davvero|così|credo|penso|uff|va_be|vabbè
    """,
    never="""
        sì|e|si come_no
        sì_come_no|sì_sì_come_no|come_no_guarda|sì_certo_come_no|seee|see|sì_vabbè|sì_va_be|vabbè|va_be|va_beh|figurati|figuriamoci|figurarsi|ti_piacerebbe|ma_va|ma_va_là|ma_figurati|se_lo_dici_tu|se_lo_dice_lei|a_posto_così|sono_a_posto|siamo_a_posto|tutto_a_posto|a_posto|va_bene_lo_stesso|fa_lo_stesso|fa_niente|ci_mancherebbe_altro|magari|poi_vediamo|vedremo|vediamo|si_vedrà|come_vuoi|come_vuole|bella_roba|che_bello|nei_tuoi_sogni
        è_tutto|questo_è_tutto|basta_così|nientaltro
        ah|oh perfetto|fantastico|ottimo|grandioso
    """,
    wait="""
        1|un|due|2|5|solo_un|mezzo|giusto_un attimo|attimino|sec|secondo|secondi|secondino|minuto|minuti|minutino|momento|momentino per_favore?
        aspetti|aspetta|aspettate|attenda|attendi|resti|un_attimo|calma|piano un? attimo|secondo|momento|in_linea?
        torno|arrivo|controllo|guardo|vedo subito|un_attimo|l_agenda|il_calendario?
        aspe|aspè|un_sec|un_attimino
        aspetta|aspetti|aspettate|aspettami|un_attimo|un_attimino|un_momento|un_secondo|un_minuto|due_minuti|due_secondi|un_sec|attimo|momento|secondo|attenda|pazienta
        devo|vorrei|fammi|mi_faccia|lasciami|mi_lasci|faccio|voglio prima|un_attimo? sentire|chiedere|controllare|guardare|vedere|pensare|pensarci|verificare|parlare|parlarne|decidere|consultare
        non ancora|so|sono|lo_so sicuro|sicura|convinto|convinta?
        guardo|controllo|verifico|chiedo|sento|ci_penso|ci_devo_pensare|penso_un_attimo|ci_dormo_su
        sto pensando|guardando|controllando|decidendo
        torno|arrivo subito
        le|ti|vi faccio_sapere|dico|farò_sapere|so_dire
        più tardi
        forse|magari dopo|più_tardi|domani
        indeciso|indecisa
    """,
    bye="""
        alla_prossima|ciao_ciao|a_presto|ci_vediamo
        arrivederci|arrivederla|ciao_ciao|ciaociao|a_presto|a_dopo|a_domani|alla_prossima|addio|bye|ciao_allora
        a lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica
        buona|buonanotte|buon giornata|serata|notte|domenica|pomeriggio|weekend|fine_settimana|lavoro
        buonanotte|buona_notte
        è|questo_è tutto
        nientaltro|niente_altro|basta_così
        ci vediamo|sentiamo|risentiamo|aggiorniamo
        scappo|devo_scappare|devo_andare|vado_via
        ciao
    """,
    asks="""
        che|cosa|che_cosa|chi|quale|quali|quando|come|quanto|quanta|quanti|quante|dove|perché|con_chi|a_che
        è|ci|posso|può|potrei|potrebbe|avete|ha|c|cè|pago|si|siete|fate|devo|sarebbe|sarà possibile|sono|che|un|una|il|la|qualcosa|paga|può|anche|cambiare|con|sempre|anche_se
        se_disdico|se_annullo|se_cancello|se_sposto|se_dico|e_se|ma_se
    """,
)
