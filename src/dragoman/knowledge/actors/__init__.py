"""Who is who on any date: ``senses`` (what a name may mean), ``tables`` (the files), ``load`` (all of a language),
``people`` (terms of office), ``show``, ``check`` and ``overlay`` (what ``dragoman actors`` does)."""
