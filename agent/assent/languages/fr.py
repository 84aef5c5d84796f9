"""How an open summary is answered in French."""

from agent.assent.phrase import Phrases

PHRASES = Phrases(
    yes="""
        vas_y|allez_y|vas_y_go|allez_hop|hop|allez_zou|zou|balance|envoie|feu|go_go|roule
        carré|cest_carré|c_carré|tout_carré|bien_carré|ca_passe_crème|crème|cest_good|c_good|cest_tout_bon|tout_bon|cest_nickel|ça_le_fait|ca_le_fait
        hélas_oui|oui_hélas|malheureusement_oui|oui_malheureusement|pas_le_choix|jai_pas_le_choix|tant_pis_oui|bah_oui|ben_oui|eh_oui|et_oui
        oui|ouais|ok|yes grave|carrément|nickel|impec|parfait|go|feu
        oh|ah|eh_bien|ben|bah|mais? oui|ouais|ouaip|ouep|wi|yes|yep|ui|voui
        si si
        bien_sûr|bien_sur|bien_entendu|évidemment|absolument|certainement|carrément|tout_à_fait|volontiers|avec_plaisir|avec_joie|sans_problème|sûr|sans_hésiter|assurément|affirmatif|complètement|grave|clairement|naturellement|sans_souci
        bien_sûr que_oui|oui
        mais_certainement|mais_bien_sûr|mais_carrément
        allez|allons|vas|va y|s_y
        bon|bah|ben|eh_bien|ok? allez|allons oui|ok|daccord|go|vendu|banco|je_prends|je_réserve
        allez_y|vas_y|vazy|allonsy|go|cest_parti|on_y_va|en_route|foncez|fonce|lancez|lance
        je confirme|valide|accepte|suis_daccord|suis_partant|suis_partante|prends|veux_bien|le_veux|le_confirme|la_confirme|vous_le_confirme|le_valide|vous_confirme
        confirmé|validé|approuvé|confirmez|confirme|confirmer|validez|valide|valider|accepté
        faites|fais|faisons comme_ça|ça|le|ainsi|donc
        faites|fais
        on fait_comme_ça|fait_ça|valide|confirme|y_va|est_daccord
        vous_pouvez|tu_peux y_aller|valider|confirmer|le_faire
        je_suis daccord
        partant|partante|banco|adjugé|vendu|marché_conclu
    """,
    weak="""
        carré|impeccable|niquel|tranquille|au_top|au_poil|parfait_parfait|super_bien|trop_bien|ok_pour_moi|bon|bonne
        ok|okay|oki|okey|dac|dacc|daccord|d_accord|entendu|bien|parfait|parfaitement|super|génial|excellent|formidable|impeccable|impec|nickel|nikel|top|cool|chouette|merveilleux|magnifique|extra|correct|exact|exactement|juste|voilà|idéal|fantastique|superbe|tip_top|nickel_chrome|ça_roule|ça_marche|ca_marche|noté
        très|trop|tout_est|est|cest? bien|correct|parfait|exact|juste|ok|super|top|nickel|génial|cool
        très|tout_est|est bon
        cest|c_est|tout_est|tout|ça_a_lair|c|ça_semble|ça_parait|le_récapitulatif_est très|tout|absolument|vraiment? bien|bon|correct|parfait|exact|juste|ok|super|top|nickel|génial|noté|daccord|ça|impeccable|conforme|en_ordre|bon_pour_moi
        ça|ca|cela|tout|cet_horaire|cette_date|ce_créneau me|nous? va|convient|marche|joue|roule|colle|arrange très|parfaitement|super|bien|tout_à_fait? bien?
        ça_me|ca_me|cela_me|ça_nous va|convient|plaît|arrange très|parfaitement|super|bien? bien?
        me convient
        ok|bon|parfait|daccord|nickel|super pour moi|nous
        pour moi cest bon|ok|parfait
        cest_ça|cest_cela|cest_exact|cest_cela_même
        ça_fera_laffaire
    """,
    after="""
        je|jpeux|j peux|pourrai|pourrais|viens vraiment|plus|malheureusement|finalement? pas|plus venir?
        je_peux|jpeux vraiment? pas|plus venir?
        malheureusement|hélas|désolé|désolée
        pour moi|nous
        définitivement|définitif|de_façon_définitive|pour_de_bon|une_fois_pour_toutes|pour_toujours|complètement|absolument|sans_aucun_doute|sans_hésiter|vraiment|bien_sûr|merci|cest_ça|cest_cela|cest_bien_ça|exactement|tel_quel|comme_ça|comme_indiqué|comme_prévu_ici|tout_de_suite|maintenant|je_suis_sûr|je_suis_sûre|sûr|certain|je_le_veux|je_veux_bien|je_confirme
        y
    """,
    operations={
        "book": """
            bloque|réserve|note|cale|inscris|mets|enregistre|prends moi? ça|le|la|moi|celui_là?
            vous_pouvez|tu_peux|je_veux|je_voudrais|je_souhaite|merci_de|veuillez|on_peut? me|le|la|nous|l? réserv{er,ez,e,ons,é}|bloqu{er,ez,e}|prend{s,re}|prenez|not{er,ez,e}|inscri{re,s,vez}|lréserver|confirmer|pren{ez,ons}|enregistr{er,ez,e} le|la|moi|ça|ce_créneau|cet_horaire|le_rendez_vous|ce_rendez_vous|le_rdv|ce_rdv|celui_là|nous? moi|pour_moi?
            vous_pouvez|tu_peux|je_veux? lenregistrer|linscrire|minscrire|me_linscrire
            je_le|je_la|je prends|réserve|garde celui_là|le|ce_créneau|cet_horaire|le_rendez_vous|ce_rdv?
            on_le|on_la|on prend|réserve|bloque
            mettez|mets|notez|inscrivez moi|nous
            cest_réservé|réservation|à_réserver
            vous_pouvez|tu_peux? envoy{er,ez,e,ons}|lenvoyer la|le|ça|cela|la_demande|ma_demande?
        """,
        "move": """
            tu_peux|vous_pouvez|on_peut? faire? changer|change|changez|modifier|bouger|décaler|le_changement? ça|tout|le_rdv|le_rendez_vous?
            vous_pouvez|tu_peux|je_veux|je_voudrais|je_souhaite|merci_de|veuillez? le|la|l|me_le? déplac{er,ez,e,ons}|décal{er,ez,e,ons}|chang{er,ez,e,eons}|report{er,ez,e,ons}|modifi{er,ez,e,ons}|boug{er,ez,e}|réserv{er,ez,e}|avanc{er,ez,e} le|la|ça|mon_rendez_vous|le_rendez_vous|mon_rdv|le_rdv|celui_là? moi?
            faites_le_changement|faites_la_modification
        """,
        "cancel": """
            tu_peux|vous_pouvez|on_peut? tout? annuler|supprimer|virer|vire|virez|efface|effacez|enlever|enlève|oublier|lâcher ça|tout|le|la|le_rdv|le_rendez_vous?
            vous_pouvez|tu_peux|on_peut le|la|l? supprimer|annuler|enlever|effacer
            merci_de|veuillez|vous_pouvez|tu_peux? efface|effacez|supprime|supprimez|enlève|enlevez|retire|retirez|raye|rayez|ôtez moi|le|la|ça de_lagenda|de_la_liste|du_planning|du_calendrier? svp|sil_vous_plaît?
            vous_pouvez|tu_peux|je_veux|je_voudrais|je_souhaite|je_dois|merci_de|veuillez? le|la|l|me_le? annul{er,ez,e,ons}|supprim{er,ez,e,ons}|enlev{er,ez,e}|lannul{er,ez}|décommand{er,ez,e}|retir{er,ez,e} le|la|ça|mon_rendez_vous|le_rendez_vous|ce_rendez_vous|mon_rdv|le_rdv|ce_rdv|celui_là|tout? moi|définitivement?
            jannule
        """,
    },
    no="""
        non|nan|nn|nope|no|pas|non_merci|jamais|jamais_de_la_vie|surtout_pas|certainement_pas|absolument_pas|pas_du_tout|pas_question|hors_de_question|stop|arrêtez|arrête|annulation
        pas maintenant|aujourdhui|vraiment|ça|cette_fois|comme_ça|celui_là|pour_linstant|envie|besoin|intéressé|intéressée|la_peine|nécessaire
        non|bah_non|ben_non|mais_non|ah_non|oh_non|euh_non|enfin_non ça|pas|finalement|plutôt|merci|vraiment?
        plutôt|finalement|mieux|mieux_vaut|surtout|alors|ben|bah|du_coup pas|non
        je_ne|je_n|je_nen|je veux|souhaite|voudrais|préfère pas|plus|rien
        ce_nest|cest|ce_n|c_est pas ça|bon|correct|exact|juste|cela|le_bon
        cest faux|une_erreur|incorrect|inexact
        faux|incorrect|erreur
        ne le|la|l? faites|fais pas|rien
        sans_façon|sans_moi|tant_pis|ça_ira
        laissez|laisse|laissons
        je|je_ne crois|pense pas|non
        pas pour le_moment|linstant|aujourdhui
        je préfère|préférerais|préfèrerais|aimerais_mieux ne? pas
    """,
    drop={
        "book": """
            laissez|laisse|laissons tomber|béton
            je vais|préfère|veux laisser_tomber|abandonner|renoncer|marrêter_là
            on va|peut laisser_tomber|oublier
            laisse_béton|laissez_tomber|oubliez|oublie|oublions|tant_pis|peu_importe
            changé davis
            jai_changé_davis
            ne|n réserv{er,ez,e}|confirm{er,ez,e}|bloqu{er,ez,e}|pren{ez,ds} pas|rien|plus
            pas réserv{er,ez,e}|confirm{er,ez,e}
            plus besoin|envie|intéressé|intéressée|la_peine
            pas la_peine|besoin
            annul{er,ez,e,ons}|nannulez_pas_mais
            ça_ira comme_ça|merci?
            ne|n la|le? envoy{er,ez,e} pas|rien
        """,
        "move": """
            gard{e,ez,er,ons}|laiss{e,ez,er,ons}|rest{e,ez,er,ons} le|la|à|au|sur? rdv|rendez_vous|jour|jeudi|vendredi|lundi|mardi|mercredi|samedi
            laissez|laisse|laissons tomber
            laisse_béton|oubliez|oublie|tant_pis|peu_importe
            changé davis
            ne|n|ny le|la|l|touch{ez,e}? déplac{ez,e,er}|chang{ez,e,er}|report{ez,e,er}|modifi{ez,e,er}|décal{ez,e,er}|boug{ez,e,er}|touch{ez,e,er} pas|rien|plus
            pas déplac{ez,e,er}|chang{ez,e,er}|report{ez,e,er}|modifi{ez,e,er}|décal{ez,e,er}|boug{ez,e,er}
            gard{ez,e,er,ons}|conserv{ez,e,er,ons}|maintenir|maintenez|laiss{ez,e,er,ons}
            reste|restera|rester
            comme avant|prévu|cest|cétait|convenu|il_est|elle_est
            tel quel
            ancien|ancienne|lancien|premier|original rendez_vous|horaire|rdv|créneau
        """,
        "cancel": """
            je|on|jy|j y? viens|viendrai|vais|serai|passerai|arrive quand_même|finalement|comme_prévu
            laissez|laisse|laissons tomber|comme|le|la|ça
            laisse_béton|oubliez|oublie|tant_pis|peu_importe
            changé davis
            nannul{ez,e,er,ons}|ne_lannul{ez,e}|ne_supprim{ez,e}|ne_l_annul{ez,e}|ne_le_supprim{ez,e}
            ne|n|pas|surtout_pas|rien|sans le|la|l? annul{ez,e,er,ons}|supprim{ez,e,er}|lannul{er,ez}|enlev{ez,e,er}
            annul{ez,e} pas|rien|surtout_pas|plus
            pas|plus annul{ez,e,er}
            gard{ez,e,er,ons}|conserv{ez,e,er,ons}|maintenir|maintenez|maintiens|garde_le
            laissez_le|laisse_le|laissez_la
            reste|restera|rester|tient
            comme avant|prévu|cest|cétait|convenu|il_est|elle_est
            tel quel
            finalement|en_fait|tout_compte_fait|au_final je|jy|on|ça|nous
            je_peux|je_pourrai|je_vais|on_peut finalement|quand_même|bien|y|pouvoir? venir|être_là|aller
            je_viens|je_viendrai|je_serai|jy_serai|on_vient|nous_venons|on_sera|nous_serons|jarrive|jy_vais|on_y_sera
            quand_même
            je_veux|je_voudrais|je_préfère|je_souhaite le|la|l? garder|conserver|maintenir|venir|y_aller
            jen_ai besoin
            une|par erreur
        pas|inutile|aucun la_peine|besoin|de|envie? dannuler
        juste une_question|demandé
            mieux_vaut_pas|il_vaut_mieux_pas
        """,
    },
    beside="""
        dommage|quel_dommage|tant_pis|pardon|navré|navrée
        dsl|désolé|désolée|merci
        sil_vous_plaît|s_il_vous_plaît|sil_te_plaît|s_il_te_plaît|svp|stp|silvouplait|sil_vous_plait|sil_vou_plait|plait|please
        merci|merci_beaucoup|merci_bien|merci_mille_fois|mille_mercis|mille_merci|merci_à_vous|merci_à_toi|grand_merci|un_grand_merci|mci|remerciements|beaucoup|je_vous_remercie|je_te_remercie|cest_gentil|je_vous_prie|très_gentil|vous_êtes_gentil|vous_êtes_gentille|thanks|bcp|merci_bcp
        alors|donc|et|bonjour|bonsoir|madame|monsieur|mademoiselle|pour_moi|pour_nous|du_coup|là|ça
        ça_serait|ce_serait super|génial|parfait|top|bien|chouette
    """,
    soft="""
        hm|hmm|euh|heu|ben|bah|bof|pff|oh|ah|eh|hé|oups|mince|zut|pardon|désolé|désolée|excusez_moi|excuse_moi|en_fait|enfin|finalement|je_veux_dire|mais|ou|peut_être|plutôt|bon|attendez|attends|à_la_réflexion|réflexion_faite|tout_compte_fait|au_final|quand_même|aujourdhui|pour_linstant|rien|c_bon|cest_bon|comme_ça|du_tout|vraiment
    """,
    never="""
        ouais|oui|ok|ah|cest ça|bien_sûr et|oui|ouais
        ouais_cest_ça|oui_cest_ça_oui|ouais_ouais|cause_toujours|mon_oeil|tu_parles|vous_parlez|dans_tes_rêves|dans_vos_rêves|quand_les_poules|à_dautres|ben_voyons|mais_bien_sûr_oui|cest_cela_oui|et_la_marmotte|super_génial_merci|comme_si|si_tu_veux|si_vous_le_dites|si_vous_voulez|si_tu_le_dis|ça_ira|ça_va_aller|ça_va|peu_importe|bof|mouais|mwais|jsp|ça_me_va_pas|sans_façon
        ah|oh super|génial|bravo|parfait|magnifique
        cest tout
        ce_sera tout
    """,
    wait="""
        1|2|5|une|deux|trente|30|quelques|juste_une|juste_deux sec|secs|seconde|secondes|min|mn|minutes|minute|instants svp|stp?
        attends|attendez|bouge_pas|bougez_pas|quitte_pas|quittez_pas|minute|pause|stop deux|2|une|un? sec|secondes|minutes|papillon?
        jreviens|je_reviens|jarrive|je_regarde|jregarde|je_vérifie tout_de_suite|vite|un_truc?
        attendez|attends|attend|patientez|patience|minute|minutes|seconde|secondes|un_instant|un_moment|une_seconde|une_minute|deux_secondes|deux_minutes|2_secondes|2_minutes|une_sec|deux_sec|instant|momentanément|bougez_pas|bouge_pas
        je|on|jai|faut|il_faut|jdois|je_dois|je_vais|laissez_moi|laisse_moi|faut_que_je? dois|vais|regarde|regarder|vérifie|vérifier|demande|demander|réfléchis|réfléchir|réfléchisse|réfléchit|checke|voir|vois|hésite|consulte|consulter|appelle|appeler|parler|en_parle|en_parler
        jhésite|jdemande|jregarde|jvérifie|jvais_voir|jréfléchis
        pas_encore|pas_tout_de_suite|pas_sûr|pas_sûre|pas_certain|pas_certaine|pas_décidé|pas_décidée|sais_pas|je_ne_sais|indécis|indécise
        je_reviens|je_vous_redis|je_te_redis|je_vous_dis|je_vous_tiens|je_vous_rappelle|je_vous_recontacte
        plus tard
        peut_être plus_tard|demain
        la nuit porte_conseil
    """,
    bye="""
        bisous|bises
        allez salut|ciao bisous|bises|tout_le_monde?
        au_revoir|aurevoir|adieu|ciao|tchao|bye|bye_bye|salut_et|à_bientôt|a_bientôt|à_plus|a_plus|à_plus_tard|à_tout_à_lheure|à_tout|à_demain|a_demain|à_la_prochaine|à_très_vite|à_tantôt
        à lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche
        bonne|belle|excellente|très_bonne|bonnes journée|soirée|nuit|fin|semaine|fêtes|vacances|après_midi
        bon après_midi|week_end|weekend|dimanche
        cest|ce_sera|cétait|voilà_cest tout
        rien dautre
        je file|dois_filer|dois_y_aller|me_sauve|vous_laisse
        on_en_reparle|on_se_voit|on_se_recontacte|on_se_rappelle
    """,
    asks="""
        quoi|quel|quelle|quels|quelles|qui|quand|comment|combien|où|pourquoi|lequel|laquelle|est_ce|estce|quest_ce|quest|cest_quoi|cest_qui|cest_combien|cest_où|cest_quel|cest_à
        est|es|êtes|avez|as|peut|peux|puis|pouvez|pourrais|pourrait|faut|fautil|estil|aije|ya|y_a t|il|elle|vous|tu|on|je
        si_je|si_on
    """,
)
