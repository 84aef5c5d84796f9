"""How an open summary is answered in German."""

from agent.assent.phrase import Phrases

PHRASES = Phrases(
    yes="""
        na? dann los|ja|mal_los|bitte
        meinetwegen|von_mir_aus|hilft_ja_nix|hilft_ja_nichts|hilft_nix|hilft_nichts|hilft_alles_nichts|muss_sein|muss_leider_sein|geht_nicht_anders|leider_ja|ja_leider|jo_leider|nützt_ja_nichts|nutzt_ja_nix|was_solls
        ja|jo|jup|na_ja|naja|also? ja|klar|gut doch|eh|schon|dann
        so_passts|passt_so|so_passt_es|so_passt_das|so_ists_recht|so_ist_es|stimmt_so
        ja? bitte? fix|fest machen
        basst scho|schon
        jo|ja mach|machs|mach_ma|mach_das mal|ma|halt?
        oh|ach? ja|jo|jep|jepp|jup|jupp|jap|japp|jau|jawohl|jawoll|joa|yes|yep|ja_doch|aber_ja|na_klar|klaro|logo|logisch|natürlich|naturlich|selbstverständlich|sicher|gewiss|freilich|auf_jeden_fall|auf_jeden|auf_alle_fälle|unbedingt|absolut|definitiv|bestimmt
        ja|jo klar|sicher|genau|logo|eh|voll|fix|safe
        eh klar
        von_mir_aus ja|gern{,e}
        klar
        sehr|ja|aber|wirklich? gern{,e}
        liebend_gern{,e}|mit_vergnügen|von_herzen_gern{,e}|doch_gern{,e}
        ich? bin? damit? voll|ganz|völlig? einverstanden
        ich? bestätige|bestätig das|es|hiermit?
        bestätigt|bestätigen|zugestimmt|zustimmung|genehmigt
        ich stimme zu
        mach|macht|tu|tut das|es|mal|bitte|so|nur|ruhig? bitte|so|mal?
        machen|tun sie|wir das|es|mal|bitte|so|ruhig? bitte|so|mal?
        so machen wir_es|wir_das|wirs|sie_es|sie_das|ma|ma_das|mas
        jawoi|is_gekauft|ist_gekauft
        mach|machen ma|mas|ma_des|ma_das so|halt?
        so_machen|bitte_machen|bitte_so_machen|gerne_so|ja_so
        machen_wirs|machs|machts|machmas|passt_machen_wir_so
        leg|legen|legt sie|los? los
        los|los_gehts|nur_zu|her_damit|in_die_tat_umsetzen
        das_will_ich|das_möchte_ich|will_ich|möchte_ich|hätte_ich_gern{,e}|wäre_super_ja
    """,
    weak="""
        tiptop|tip_top|läuft|laeuft|eins_a|bombe|wunderprächtig|pfundig|leiwand|hammer|jut|supi|prima_so|top_so|bärig|lässig|tutti|paletti
        ok|okay|oki|okey|okidoki|okee|okä|jut
        gut|super|prima|perfekt|toll|wunderbar|spitze|klasse|ausgezeichnet|hervorragend|bestens|fein|top|cool|schön|genial|mega|optimal|ideal|fantastisch|großartig|grossartig|sauber|geil|nice|wunderschön|famos|exzellent
        sehr gut|schön|fein|gerne
        na|also|ist? gut
        alles_klar|in_ordnung|geht_klar|geht|geht_in_ordnung|gebongt|abgemacht|ausgemacht|geritzt|deal|fertig
        passt|basst eh
        passt|past mir|für_mich|uns|perfekt|super|prima|gut|so|genau|wunderbar? so?
        das|der|es|alles|dies|so passt|paßt|stimmt|geht|klappt mir|für_mich|uns|perfekt|super|prima|gut|so|genau|alles|wunderbar? so?
        stimmt so|alles|genau|schon?
        das|alles|es|so ist|wäre|sieht so? gut|super|prima|perfekt|toll|ok|okay|richtig|korrekt|in_ordnung|wunderbar|fein|klasse|spitze|schön|recht|genau_richtig so|aus|für_mich?
        klingt|sieht sehr|echt|wirklich|richtig? gut|super|prima|perfekt|toll|ok|okay|richtig|wunderbar|fein|klasse aus?
        das|hört hört|klingt|sieht sich? sehr|echt|wirklich|richtig? gut|super|prima|perfekt|toll|ok|okay|richtig|wunderbar|fein|klasse an|aus?
        genau|genau_so|genauso|exakt|richtig|ganz_richtig|korrekt|vollkommen_richtig|goldrichtig
        alles ist? richtig|korrekt|bestens|super|perfekt|ok|okay|in_ordnung|fein|paletti
        mir|uns recht
        ist mir|uns? recht|ok|okay|in_ordnung
        von_mir_aus_gern{,e}
    """,
    after="""
        geht|gehts|get leider? nicht|ned anders
        leider|hilft_nix|hilft_ja_nichts|muss_sein|ich_kann_nicht|ich_kann_leider_nicht|kann_leider_nicht
        für|mit|bei mir|uns|mich
        endgültig|definitiv|auf_jeden_fall|auf_alle_fälle|ganz_sicher|ganz_bestimmt|bestimmt|ein_für_alle_mal|für_immer|komplett|ganz|wirklich|ohne_zweifel|so|doch|dann|nur|gern{,e}|sicher|klar|eben|genau|ich_will|ich_möchte|bin_sicher|ich_bin_sicher|das_ist_er|das_ist_es_so|wie_oben|wie_angegeben|wie_gezeigt|sofort|gleich|sehr|unbedingt|so_wie_es_ist
    """,
    operations={
        "book": """
            bitte? tragts|schreibts|notierts|merkts|tuts|gebts mi|mir|ma|mich|uns|es? ein|auf|vor|hin|rein
            bitte? trag|tragen|trags|schreib|schreibt|tragt|notier|notiere|notieren|notiert|merk|merken|merkt sie|es|ihn|mich|das|uns? ein|auf|vor|es|so|mich?
            passt_schon|passt_scho|basst_scho|basst_schon|geht_schon|geht_scho|schon_gut|scho_gut|alles_gut mach|machs|buch|buchs|bucht|buchts|buche|buchen|nimm|nimms|nehm|nehmen|reservier|reserviere|trags|trag sie|ma|mir? das|des|dees|den|ihn|es? halt|dann|bitte|so|ein? bitte?
            nehm_ma|nehm_ich|nehme_ich|nehmen_wir|nemma|nehmts|den_nehm_ich|den_nehm_ma|genau_den
            bitte|gern{,e}|dann|jetzt? buch{,e,en,t,s}|reservier{,e,en,t}|bestätig{,e,en,t}|fixier{,e,en}|nehm{,e,en} sie|ich|wir|i|ma? das|des|dees|den|ihn|es|mir|mich|diesen|den_termin|diesen_termin|meinen_termin|so? bitte|mal|so|gern{,e}|fest|ein|verbindlich|jetzt? bitte?
            verbindlich|fest|fix|gleich|jetzt|termin|den_termin|diesen_termin|ihn|das|so buchen|reservieren|bestätigen|festmachen|eintragen|nehmen
            ich|wir buche{,n}|nehme{,n}|reserviere{,n} das|den|ihn|es|diesen|den_termin|diesen_termin? so|gern{,e}? bitte?
            den|das|die|ihn|diesen nehm{,e,en}|buch{,e,en} ich|wir? gern{,e}?
            trag|tragen|schreib|schreiben|setz|setzen sie? mich|uns|das|ihn|es|den_termin bitte|so? ein|auf|rein
            bitte? mach{,en} sie? das|ihn|den_termin|es fest|klar|fix
            sie_können|du_kannst|ihr_könnt das|den|ihn|es|den_termin|mich? gern{,e}|so? buchen|reservieren|eintragen
            bitte? mich? eintragen|festmachen|vormerken|einbuchen
            bitte? schick{,e,en,t}|send{e,en,et}|absenden|abschicken sie? es|das|die_anfrage? bitte? ab|los|raus?
            die_anfrage|anfrage|es|das absenden|abschicken|senden|schicken
        """,
        "move": """
            mach|machen|machts|tu|ändern|ändert sie? den_wechsel|die_änderung|es_so|das_so
            passt_dann_verschieben|dann_halt_verschieben|schiebs|schiebt|schieben
            bitte|gern{,e}|dann|jetzt? verschieb{,e,en,t}|verleg{,e,en,t}|buch{,e,en,t}|änder{,e,n,t}|aendern|schieb{,e,en}|tausch{,e,en}|wechseln sie|ich|wir? das|den|ihn|es|mir|den_termin|meinen_termin? bitte|so|gern{,e}|um|jetzt? bitte?
            termin|den_termin|meinen_termin|ihn|das|so|bitte verschieben|verlegen|umbuchen|ändern|umlegen|tauschen
            umbuchen|umlegen|um_buchen
            sie_können|du_kannst|ihr_könnt das|den|ihn|es|den_termin? gern{,e}|so? verschieben|umbuchen|verlegen|ändern
            leg|legen sie? ihn|den_termin|das um
        """,
        "cancel": """
            raus|weg|streichen|streichts|löschen|schmeißen|schmeiß|schmeiss|hau|haut|kickt|kick|tu|tut|nehmt sie? mich|ihn|es|das|den? bitte? raus|weg|streichen?
            leider? raus|weg damit
            streich|lösch|sag|nimm|tu ma|mir mas|den|ihn|es|das? bitte|ab|raus|weg?
            bitte? nimm|nehmt|nehmen|streich|streiche|streichen|trag|tragt|tragen|lösch|lösche|löschen|wirf|werfen sie? mich|ihn|das|es bitte|wieder? aus_dem_kalender|aus_der_liste|von_der_liste|raus|heraus|aus bitte?
            bitte? mach|macht|machen sie? ihn|das|es bitte|wieder? weg bitte?
            bitte|gern{,e}|dann|jetzt? stornier{,e,en,t}|cancel{,n,e}|canceln|lösch{,e,en,t}|streich{,e,en,t}|absag{,e,en} sie|ich|wir? das|den|ihn|es|mir|den_termin|meinen_termin|diesen_termin? bitte|so|gern{,e}|jetzt? bitte?
            termin|den_termin|meinen_termin|diesen_termin|ihn|das|bitte absagen|stornieren|canceln|löschen|streichen
            sag|sage|sagen|sagt sie|ich|wir? das|den|ihn|es|den_termin|meinen_termin|diesen_termin? bitte? ab
            ich_möchte|ich_will|ich_muss|sie_können|du_kannst|ihr_könnt das|den|ihn|es|den_termin|meinen_termin? gern{,e}|bitte? absagen|stornieren|canceln|löschen|streichen
            weg_damit|raus_damit|kann_weg|kann_raus
        """,
    },
    no="""
        nein|nee|ne|nö|noe|nope|nein_danke|no|na|nicht|nix|nichts|niemals|keinesfalls|keineswegs|auf_keinen_fall|auf_gar_keinen_fall|stopp|stop|halt|halt_stopp|abbruch|abbrechen|kein_interesse|kein_bedarf
        nicht nötig|jetzt|heute|mehr|wirklich|so|das|dieses_mal|diesmal
        lieber|bitte|doch|besser|jetzt|heute|gar|eher|vorerst|überhaupt nicht
        besser|lieber keinen|nicht
        das|so will|möchte|wollte|mag|brauche ich nicht|nimmer
        will|möchte|wollte|mag ich|das nicht
        ich will|möchte|wollte|mag das|ihn|es? nicht|nicht_mehr|nimmer
        das|so|der stimmt|passt|geht|ist|war so? nicht|falsch|verkehrt|nicht_richtig
        falsch|verkehrt|stimmt_nicht|passt_nicht|geht_nicht
        lass|lasst|lassen sie|wir? es|das|mal|bleiben|gut_sein|mal_gut_sein|sein|lieber
        passt schon
        schon_gut|alles_gut|na_dann_nicht|dann_nicht|dann_eben_nicht
        ich? glaube|denke|fürchte|meine lieber|eher|doch|mal? nicht
        muss|braucht|bräuchte es? wirklich|jetzt|heute|gar? nicht sein?
        das|es? ist|wäre|wird wirklich|gar|heute? nicht nötig|erforderlich|notwendig
        nein ist schon gut|okay|ok|in_ordnung|recht
        da|dann? verzichte|passe ich? lieber|dankend?
        ich verzichte|passe lieber|dankend|dann?
        ich möchte|will|würde|mag lieber|eher|doch|jetzt|heute nicht
        vielleicht|lieber|dann? ein_andermal|ein_anderes_mal
    """,
    drop={
        "book": """
            lass|lassen ma|mal|es|das? stecken|bleiben|gut_sein
            vergiss|vergessen|vergesst sie|wir? es|das
            lass|lasst|lassen sie|wir? es|das|mal? lieber|mal|eben|doch? gut_sein|bleiben|sein
            lass|lassen sie? mal|es|das_mal|es_mal
            lassen wir das|es
            doch_nicht|doch_lieber_nicht|doch_keinen
            hat|hats|das_hat sich? erledigt
            anders_überlegt|umentschieden|umentschlossen|meinung_geändert
            nicht|nichts|nix|keinen|keinesfalls|bitte_nicht buchen|buch|buche|reservieren|eintragen|bestätigen|termin
            brauche|brauch ich|das|ihn|den? nicht|keinen|nimmer
            nicht_mehr nötig|nötig
            absagen|stornieren|streichen|löschen
            is_klar
            nicht absenden|abschicken|senden|schicken
            schick{,e,en,t}|send{e,en,et} sie? es|das|die_anfrage? bitte? nicht ab?
        """,
        "move": """
            lass|lasst|lassen|belass|belassen sie? den|die|das|ihn|es? termin|alten|tag? stehen|drin|bleiben|so
            bleibt|bleib|bleiben_wir es|bei|beim|dabei
            dann? lieber? so|es|ihn|alles? lassen|belassen|bleibt wies|wie_es|wie_er? war|ist?
            vergiss|vergessen|vergesst sie|wir? es|das
            doch_nicht|doch_lieber_nicht
            hat|hats|das_hat sich? erledigt
            anders_überlegt|umentschieden|meinung_geändert
            nicht|nichts|nix|bitte_nicht verschieben|verschieb|verschiebe|umbuchen|verlegen|ändern
            lass|lasst|lassen|belass|belassen sie? es|ihn|das|den|alles|mal? so|dabei|bleiben|stehen|wie_es_ist|gut_sein|den_termin
            behalte|behalten|behalt
            bleibt|bleiben|bleib
            wie gehabt|geplant|besprochen|bisher|es_ist|er_ist|es_war
            alte|alten|ursprüngliche|ursprünglichen|bisherige|bisherigen termin|zeit|uhrzeit
        """,
        "cancel": """
            lass|lasst|lassen sie? den|ihn|es? termin? stehen|drin
            vergiss|vergessen|vergesst sie|wir? es|das
            doch_nicht|doch_lieber_nicht|lieber_nicht|besser_nicht|bloß_nicht|bloss_nicht
            hat|hats|das_hat sich? erledigt
            anders_überlegt|umentschieden|umentschlossen|meinung_geändert
            nicht|nichts|nix|bitte_nicht|keinesfalls|nie absagen|stornieren|canceln|löschen|streichen|ab|absage
            sagen_sie|sag|sagt ihn|den|das|es|den_termin|bitte? nicht|nichts|nix
            stornieren_sie|storniere|stornier|lösch|lösche|löschen_sie|streich|streichen_sie ihn|den|das|es|den_termin|bitte|mal? nicht|nichts|nix
            lass|lasst|lassen|belass|belassen sie? es|ihn|das|den|alles|mal|den_termin|meinen_termin
            so|dabei|drin|stehen lassen|belassen|bleiben
            behalte|behalten|behalt|behält
            bleibt|bleiben|bleib|steht
            ich? komm|komme|kommen wir? doch|trotzdem|jetzt|nun|schon|natürlich|gern{,e}|dann_doch|auf_jeden_fall
            ich|wir komm|komme|kommen
            kann|können|könnte ich|wir? jetzt|nun|also? doch|trotzdem|kommen|wahrnehmen
            ich? schaff|schaffe|schaffs|schaffen|pack es|das|wir? jetzt|nun? doch
            wie gehabt|geplant|besprochen|vereinbart|bisher|es_ist|er_ist
            bin dabei|da|doch_dabei|doch_da
            ich|wir will|wollen|möchte|möchten|brauche|brauchen ihn|den|den_termin|es? ja|doch? noch|behalten|kommen|unbedingt
            will|möchte ich|wir ihn|den|den_termin? behalten|kommen|haben
            ein|aus|war versehen
        beim alten
        nur gefragt|eine_frage|mal_gefragt
        """,
    },
    beside="""
        schade|sehr_schade|so_schade|tut_mir_leid|sorry|entschuldigung|trotzdem|leider
        bitte|biddö|bitteschön|bitte_schön|bittschön|büdde
        danke|dankeschön|danke_schön|danke_sehr|danke_ihnen|danke_dir|danke_euch|vielen_dank|vielen_lieben_dank|besten_dank|herzlichen_dank|tausend_dank|merci|thx|thanks|dank|danke_vielmals|dir|ihnen|euch|ganz_lieb|lieben_dank
        dann|mal|für_mich|für_uns|also|und|gleich|jetzt|doch|so|lg|vg|mfg|liebe_grüße|liebe_grüsse|viele_grüße|hallo|hi|hey|guten_tag|guten_morgen|guten_abend|moin
        das_wäre|wäre super|toll|prima|schön|nett|lieb|klasse|perfekt|spitze
        sehr nett|freundlich|lieb
    """,
    soft="""
        hm|hmm|hmmm|äh|ähm|öh|ach|oh|ah|aeh|och|ups|huch|sorry|entschuldigung|entschuldigen_sie|tschuldigung|tut_mir_leid|pardon|eigentlich|naja|na_ja|tja|ich_meine|mein_ich|ich_mein|aber|vielleicht|oder|also|wohl|leider|eher|halt|eben|mal|einfach|lieber|besser|schon|ja_nein|jein|alles|rest|zurück|für_heute|grad|gerade|im_moment|momentan
    """,
    never="""
        ja ja|ne|nee|nein|is|ist|genau_sicher|wer_es_glaubt|wers_glaubt|wenn
        jaja|ja_ne|schon_klar|is_klar|ist_klar|wers_glaubt|wer_es_glaubt|denkste|träum_weiter|schön_wärs|schön_wäre_es|na_toll|na_super|na_prima|na_herrlich|na_bravo|ganz_toll|ganz_großes_kino|von_wegen|passt_schon|geht_schon|alles_gut|schon_gut|egal|mir_egal|ist_mir_egal|na_wenn_schon|wenns_sein_muss|meinetwegen|von_mir_aus|gut_so_danke|jein
        schon okay|ok|gut|recht
        das wars|war_es|war_alles|ist_alles
    """,
    wait="""
        1|eine|2|zwei|5|fünf|n|ne|kurz|gleich|kleinen|kleine|moment sek|sekunde|sekunden|minute|minuten|minütchen|momentchen|moment|sekündchen|augenblick bitte|mal?
        wart|warte|warten|wartets|moment|augenblick|sekunde|momentle|momenterl|stop kurz|mal|bitte|sie|schnell|gschwind|amal?
        bin|komm gleich|kurz|sofort da|wieder_da|zurück|weg
        moment|momentchen|momenterl|mom|sek|sekündle|einen_moment|ne_sekunde|augenblick|sekunde|sekündchen|sek|minute|minütchen|warte|warten_sie|wart|wartet|stop_moment|halt_moment|geduld
        bin|bis gleich wieder_da|zurück
        muss|müsste|möchte|will|werde|sollte ich|wir? das|da|es? erst|noch|nochmal|mal|kurz|zuerst|vorher|eben
        ich? frag|frage|schau|schaue|guck|gucke|überleg|überlege|überlegs|check|checke|prüf|prüfe|klär|kläre|besprech|bespreche
        überlegen|überlege|überlegs|nachdenken|drüber_schlafen|darüber_schlafen|nachsehen|nachschauen|nachgucken|gucken|abklären|klären|besprechen|rücksprache
        noch nicht|unsicher|unschlüssig
        weiß|weiss|weis ich|es|noch? noch? nicht
        bin mir|noch? noch? nicht|unsicher|unschlüssig|un_sicher
        melde|meld mich
        später|nachher|morgen mal|vielleicht|nochmal
        vielleicht später|morgen
        lass|lassen|gib|geben sie? mich|mir|uns
    """,
    bye="""
        tschüss|tschüß|tschüssi|tschüßi|tschau|tschö|ciao|ade|adé|servus_dann|baba|pfiat_di|pfiati|auf_wiedersehen|wiedersehen|auf_wiederschauen|wiederschauen|auf_wiederhören
        bis dann|bald|später|morgen|nachher|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|nächste|zum|in|am|die_tage|denn
        schönen|schönes|schöne|einen_schönen|guten tag|abend|nachmittag|feierabend|wochenende|woche|rest|sonntag|morgen_noch|mittag
        gute_nacht|gut_nacht|nachti|schlafen_sie_gut
        das|dies wars|war_es|war_alles|ist_alles|wäre_alles|wärs
        sonst_nichts|nichts_weiter|mehr_nicht|das_reicht
        ich? muss los|weg|jetzt_los
        wir_sehen_uns|man_sieht_sich|sehen_uns|freu{,e}_mich
    """,
    asks="""
        was|wer|wie|wann|wo|wohin|woher|welche{,r,s,n,m}|warum|wieso|weshalb|wieviel|wem|wen|womit|wozu|ob
        ist|sind|wäre|wären|war|hat|habt|haben|hätte|hätten|kann|können|könnte|könnten|muss|müssen|darf|dürfen|gibt|geht|ginge|werde|wird|würde|soll|fallen|kostet|dauert ich|wir|das|der|die|es|sie|ihr|da|man|du|mir|dabei|denn|ein|eine|dann|irgendwelche|gebühren
    """,
)
