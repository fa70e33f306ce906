/* What a text holds of the surfaces of all lexicons. */

typedef struct {
    Py_ssize_t start, stop; /* in the text */
    uint64_t hash[LONGEST + 1];  /* of what is left of it without so many letters at its beginning */
    int word[LONGEST + 1];       /* the number of that among the words, 0 where it is none or the letters are no particles */
    signed char proclitic[LONGEST + 1]; /* which particles those letters are, -1 where none */
    int parted;                  /* whether a phrase may not go on from the one before */
} Token;

typedef struct {
    Py_ssize_t start, stop, begin;
    PyObject *value;
    int proclitic;
} Found;

typedef struct {
    Found *all;
    int many, room;
} Finds;

/* Which of its first letters may be particles. What the table may have of the rest is asked for now, to be there when it is looked at: the
   table is larger than what is near the processor, and to wait for each word in turn took half the time of finding surfaces. */
static void
prepare(Surfaces const *self, int kind, const void *text, Token *one)
{
    int code = 0;
    memset(one->proclitic, -1, sizeof one->proclitic);
    for (Py_ssize_t letters = 0; letters <= LONGEST && one->start + letters < one->stop; letters++) {
        if (letters > 0) {
            Py_UCS4 letter = PyUnicode_READ(kind, text, one->start + letters - 1);
            if (letter >= LOW || self->code[letter] == 0)
                break;
            code = code * (LETTERS + 1) + self->code[letter];
            if (self->proclitic[code] == 0)
                continue;
        }
        one->proclitic[letters] = self->proclitic[code];
        __builtin_prefetch(self->word_slots + hashed(self->mask, one->hash[letters]));
    }
}

/* Finds the words of the table among those of a text: in rounds, each of which asks for what the next one looks at. */
static void
look_up(Surfaces const *self, int kind, const void *text, Token *all, Py_ssize_t many)
{
    for (Token *one = all; one < all + many; one++)
        for (int letters = 0; letters <= LONGEST; letters++) {
            one->word[letters] = one->proclitic[letters] < 0 ? 0 : slot(self->word_slots, self->mask, one->hash[letters])->value;
            __builtin_prefetch(self->words + one->word[letters]);
        }
    for (Token *one = all; one < all + many; one++)
        for (int letters = 0; letters <= LONGEST; letters++)
            __builtin_prefetch(self->letters + self->words[one->word[letters]].at);
    for (Token *one = all; one < all + many; one++)
        for (int letters = 0; letters <= LONGEST; letters++) {
            one->word[letters] = same(self, one->word[letters], kind, text, one->start + letters, one->stop);
            __builtin_prefetch(self->nodes + self->words[one->word[letters]].root);
        }
    for (Token *one = all; one < all + many; one++)
        for (int letters = 0; letters <= LONGEST; letters++) {
            int root = self->words[one->word[letters]].root;
            __builtin_prefetch(self->meanings + self->nodes[root].first);
            if (self->nodes[root].further && one + 1 < all + many && one[1].word[0])
                __builtin_prefetch(self->edge_slots + hashed(self->mask, edge(root, one[1].word[0])));
        }
}

/* The words of a text, and how many; NULL with an error. */
static Token *
tokens(Surfaces const *self, PyObject *asked, Py_ssize_t *many)
{
    int kind = PyUnicode_KIND(asked), parted = 0;
    const void *text = PyUnicode_DATA(asked);
    Py_ssize_t length = PyUnicode_GET_LENGTH(asked), room = length / 4 + 8;
    Token *found = PyMem_New(Token, room);
    *many = 0;
    for (Py_ssize_t at = 0; found != NULL && at < length;) {
        int class = class_of(PyUnicode_READ(kind, text, at));
        if (class < DIGIT) {
            parted |= class == BARRIER;
            at++;
            continue;
        }
        if (*many == room) {
            Token *more = found;
            found = PyMem_Resize(more, Token, room *= 2);
            if (found == NULL) {
                PyMem_Free(more);
                break;
            }
        }
        Token *one = found + (*many)++;
        one->start = at++;
        for (int next; at < length && (next = class_of(PyUnicode_READ(kind, text, at))) >= DIGIT; at++) {
            if (class == DIGIT && next == ALPHA) /* «15جنديا» */
                break;
            class = next;
        }
        one->stop = at;
        one->parted = parted;
        parted = 0;
        uint64_t hash = 0;
        for (Py_ssize_t letter = at; letter > one->start; letter--) {
            hash = with_letter(hash, PyUnicode_READ(kind, text, letter - 1));
            if (letter - 1 - one->start <= LONGEST)
                one->hash[letter - 1 - one->start] = hash;
        }
        prepare(self, kind, text, one);
    }
    if (found == NULL)
        PyErr_NoMemory();
    else
        look_up(self, kind, text, found, *many);
    return found;
}

/* One more of a kind: of overlapping ones the leftmost stays, then the longest; readings of the very same span all stay. 0 with an error. */
static int
put(Finds *finds, Found one)
{
    Found *last = finds->all + finds->many - 1;
    if (finds->many > 0 && one.start < last->stop) {
        if (one.start != last->start || (one.stop <= last->stop && one.proclitic != last->proclitic))
            return 1;
        if (one.stop > last->stop)
            while (finds->many > 0 && finds->all[finds->many - 1].start == one.start)
                finds->many--;
    }
    if (finds->many == finds->room) {
        finds->room = 2 * finds->room + 8;
        Found *more = PyMem_Realloc(finds->all, finds->room * sizeof one);
        if (more == NULL)
            return PyErr_NoMemory(), 0;
        finds->all = more;
    }
    finds->all[finds->many++] = one;
    __builtin_prefetch(one.value, 1); /* will be held on to */
    return 1;
}

typedef struct {
    Py_ssize_t last; /* token */
    int node, proclitic;
    Py_ssize_t letters; /* of the particles */
} Match;

enum { MATCHES = (LONGEST + 1) * WORDS }; /* that may begin in one word */

/* The surfaces that begin in a word, in order of their ends; how many. */
static int
matches_in(Surfaces const *self, Token const *all, Py_ssize_t at, Py_ssize_t many, Match *found)
{
    Token const *one = all + at;
    int n = 0;
    for (int letters = 0; letters <= LONGEST; letters++) {
        int node = self->words[one->word[letters]].root; /* of no word none */
        for (Py_ssize_t last = at; node; last++) {
            if (self->nodes[node].many) {
                int place = n++; /* behind those that end as early */
                for (; place > 0 && found[place - 1].last > last; place--)
                    found[place] = found[place - 1];
                found[place] = (Match){last, node, one->proclitic[letters], letters};
            }
            if (!self->nodes[node].further || last + 1 == many || all[last + 1].parted || all[last + 1].word[0] == 0)
                break;
            node = slot(self->edge_slots, self->mask, edge(node, all[last + 1].word[0]))->value;
        }
    }
    return n;
}

/* A list of the kind of tuple that hits are. */
static PyObject *
listed(Surfaces const *self, PyObject *hit, PyObject *kind, Finds const *finds)
{
    PyObject *made = PyList_New(finds->many);
    for (int at = 0; made != NULL && at < finds->many; at++) {
        Found const *one = finds->all + at;
        PyObject *start = PyLong_FromSsize_t(one->start), *stop = PyLong_FromSsize_t(one->stop);
        PyObject *begin = one->begin == one->start ? Py_XNewRef(start) : PyLong_FromSsize_t(one->begin);
        PyObject *fields[] = {start, stop, kind, one->value, PyTuple_GET_ITEM(self->proclitics, one->proclitic), begin};
        PyObject *told = start && stop && begin ? filled(hit, fields, 6) : NULL;
        Py_XDECREF(start);
        Py_XDECREF(stop);
        Py_XDECREF(begin);
        if (told == NULL)
            Py_CLEAR(made);
        else
            PyList_SET_ITEM(made, at, told);
    }
    return made;
}

/* hits(table, text, Hit): as Matcher.hits. */
static PyObject *
hits(PyObject *module, PyObject *const *args, Py_ssize_t given)
{
    if (given != 3 || !Py_IS_TYPE(args[0], &SurfacesType) || !PyUnicode_Check(args[1]))
        return PyErr_SetString(PyExc_TypeError, "hits() takes a table of surfaces, a text and a kind of tuple"), NULL;
    Surfaces const *self = (Surfaces *)args[0];
    int fine = 1;
    Py_ssize_t many, n_kinds = PyTuple_GET_SIZE(self->kinds);
    Token *all = tokens(self, args[1], &many);
    Finds *finds = all == NULL ? NULL : PyMem_Calloc(n_kinds + 1, sizeof *finds);
    PyObject *found = finds == NULL ? NULL : PyDict_New();
    Match matches[MATCHES];
    for (Py_ssize_t at = 0; found != NULL && at < many; at++) {
        int n = matches_in(self, all, at, many, matches);
        for (Match *one = matches; fine && one < matches + n; one++) {
            Node const *node = self->nodes + one->node;
            for (Meaning const *told = self->meanings + node->first; fine && told < self->meanings + node->first + node->many; told++)
                if (told->before >> one->proclitic & 1)
                    fine = put(finds + told->kind, (Found){all[at].start, all[one->last].stop, all[at].start + one->letters, told->value,
                                                           one->proclitic});
        }
        if (!fine)
            Py_CLEAR(found);
    }
    for (Py_ssize_t at = 0; finds != NULL && at < n_kinds; at++) {
        PyObject *name = PyTuple_GET_ITEM(self->kinds, at);
        if (found != NULL && finds[at].many > 0) {
            PyObject *made = listed(self, args[2], name, finds + at);
            if (made == NULL || PyDict_SetItem(found, name, made) < 0)
                Py_CLEAR(found);
            Py_XDECREF(made);
        }
        PyMem_Free(finds[at].all);
    }
    if (all != NULL && finds == NULL)
        PyErr_NoMemory();
    PyMem_Free(finds);
    PyMem_Free(all);
    return found;
}
