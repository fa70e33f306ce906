/* What translated sources ask most often of Python's library, by a shorter way: named tuples made, places found in lists that are in
   order, results kept. Each says what Python's own does; tests compare the two. */

#define PY_SSIZE_T_CLEAN
#include <Python.h>

static PyObject *
filled(PyObject *kind, PyObject *const *fields, Py_ssize_t many)
{
    if (!PyType_Check(kind) || !PyType_HasFeature((PyTypeObject *)kind, Py_TPFLAGS_TUPLE_SUBCLASS)) {
        PyErr_SetString(PyExc_TypeError, "no kind of tuple");
        return NULL;
    }
    PyObject *one = ((PyTypeObject *)kind)->tp_alloc((PyTypeObject *)kind, many);
    if (one == NULL)
        return NULL;
    for (Py_ssize_t at = 0; at < many; at++)
        PyTuple_SET_ITEM(one, at, Py_NewRef(fields[at]));
    return one;
}

/* made(Kind, (a, b, …)): as tuple.__new__. */
static PyObject *
made(PyObject *module, PyObject *const *args, Py_ssize_t given)
{
    if (given != 2 || !PyTuple_CheckExact(args[1])) {
        PyErr_SetString(PyExc_TypeError, "made() takes a kind of tuple and a tuple");
        return NULL;
    }
    return filled(args[0], ((PyTupleObject *)args[1])->ob_item, PyTuple_GET_SIZE(args[1]));
}

/* maker(Kind)(a, b, …): as Kind(a, b, …), whose own __new__ is interpreted; all fields have to be given. */
static PyMethodDef making = {"made", (PyCFunction)(void (*)(void))filled, METH_FASTCALL, NULL};

static PyObject *
maker(PyObject *module, PyObject *kind)
{
    return PyCFunction_New(&making, kind);
}

/* one < two, of numbers or of tuples that begin with numbers at once; -1 with an error. */
static int
before(PyObject *one, PyObject *two)
{
    if (PyTuple_Check(one) && PyTuple_Check(two)) {
        Py_ssize_t fields = Py_MIN(PyTuple_GET_SIZE(one), PyTuple_GET_SIZE(two));
        for (Py_ssize_t at = 0; at < fields; at++) {
            PyObject *left = PyTuple_GET_ITEM(one, at), *right = PyTuple_GET_ITEM(two, at);
            if (!PyLong_CheckExact(left) || !PyLong_CheckExact(right))
                return PyObject_RichCompareBool(one, two, Py_LT);
            int overflows = 0;
            long first = PyLong_AsLongAndOverflow(left, &overflows), second = overflows ? 0 : PyLong_AsLongAndOverflow(right, &overflows);
            if (overflows)
                return PyObject_RichCompareBool(one, two, Py_LT);
            if (first != second)
                return first < second;
        }
        return PyTuple_GET_SIZE(one) < PyTuple_GET_SIZE(two);
    }
    if (PyLong_CheckExact(one) && PyLong_CheckExact(two)) {
        int overflows = 0;
        long first = PyLong_AsLongAndOverflow(one, &overflows), second = overflows ? 0 : PyLong_AsLongAndOverflow(two, &overflows);
        if (!overflows)
            return first < second;
    }
    return PyObject_RichCompareBool(one, two, Py_LT);
}

/* Where one is put into items[from:], a list or tuple in order: before its equals, or behind them; -1 with an error. */
static Py_ssize_t
place(PyObject *items, PyObject *one, Py_ssize_t from, int behind)
{
    Py_ssize_t many = PySequence_Fast_GET_SIZE(items);
    while (from < many) {
        Py_ssize_t middle = from + (many - from) / 2;
        PyObject *other = PySequence_Fast_GET_ITEM(items, middle);
        int less = behind ? before(one, other) : before(other, one);
        if (less < 0)
            return -1;
        if (less != behind)
            from = middle + 1;
        else
            many = middle;
    }
    return from;
}

static PyObject *
bisected(PyObject *const *args, Py_ssize_t given, int behind)
{
    if (given < 2 || given > 3 || !(PyList_Check(args[0]) || PyTuple_Check(args[0]))) { /* an array, say: Python's own knows those */
        PyObject *library = PyImport_ImportModule("bisect");
        PyObject *own = library == NULL ? NULL : PyObject_GetAttrString(library, behind ? "bisect_right" : "bisect_left");
        PyObject *at = own == NULL ? NULL : PyObject_Vectorcall(own, args, given, NULL);
        Py_XDECREF(library);
        Py_XDECREF(own);
        return at;
    }
    Py_ssize_t from = given == 3 ? PyLong_AsSsize_t(args[2]) : 0;
    if (from < 0) {
        if (!PyErr_Occurred())
            PyErr_SetString(PyExc_ValueError, "lo must be non-negative");
        return NULL;
    }
    Py_ssize_t at = place(args[0], args[1], from, behind);
    return at < 0 ? NULL : PyLong_FromSsize_t(at);
}

static PyObject *
bisect_left(PyObject *module, PyObject *const *args, Py_ssize_t given)
{
    return bisected(args, given, 0);
}

static PyObject *
bisect_right(PyObject *module, PyObject *const *args, Py_ssize_t given)
{
    return bisected(args, given, 1);
}

/* Where the items, a list or tuple of tuples in order of their starts, begin and end that start in [start, stop); 0 with an error. */
static int
span(PyObject *const *args, Py_ssize_t given, Py_ssize_t *first, Py_ssize_t *last)
{
    if (given != 3 || !(PyList_Check(args[0]) || PyTuple_Check(args[0])) || !PyLong_Check(args[1]) || !PyLong_Check(args[2])) {
        PyErr_SetString(PyExc_TypeError, "a list or tuple, a start and a stop are asked for");
        return 0;
    }
    PyObject *start = PyTuple_Pack(1, args[1]), *stop = PyTuple_Pack(1, args[2]);
    *first = start == NULL ? -1 : place(args[0], start, 0, 0);
    *last = *first < 0 || stop == NULL ? -1 : place(args[0], stop, *first, 0);
    Py_XDECREF(start);
    Py_XDECREF(stop);
    return *last >= 0;
}

static PyObject *
inside(PyObject *module, PyObject *const *args, Py_ssize_t given)
{
    Py_ssize_t first, last;
    if (!span(args, given, &first, &last))
        return NULL;
    return first == last ? PyTuple_New(0) : PySequence_GetSlice(args[0], first, last);
}

static PyObject *
any_inside(PyObject *module, PyObject *const *args, Py_ssize_t given)
{
    Py_ssize_t first, last;
    return span(args, given, &first, &last) ? PyBool_FromLong(first < last) : NULL;
}

/* whole(Record, values, fields): a record of pydantic that holds these values, as streams.accounts makes it. */
static PyObject *
whole(PyObject *module, PyObject *const *args, Py_ssize_t given)
{
    if (given != 3 || !PyType_Check(args[0]) || !PyDict_Check(args[1])) {
        PyErr_SetString(PyExc_TypeError, "whole() takes a kind of record, a dict and names");
        return NULL;
    }
    const char *names[] = {"__dict__", "__pydantic_fields_set__", "__pydantic_extra__", "__pydantic_private__"};
    static PyObject *kept_names[4];
    PyObject *values[] = {args[1], args[2], Py_None, Py_None};
    PyObject *one = ((PyTypeObject *)args[0])->tp_alloc((PyTypeObject *)args[0], 0);
    for (int at = 0; at < 4 && one != NULL; at++) {
        if (kept_names[at] == NULL)
            kept_names[at] = PyUnicode_InternFromString(names[at]);
        if (kept_names[at] == NULL || PyObject_GenericSetAttr(one, kept_names[at], values[at]) < 0)
            Py_CLEAR(one);
    }
    return one;
}

/* kept(table, key, value, most): the value, which the table then holds; a full table is emptied first. */
static PyObject *
kept(PyObject *module, PyObject *const *args, Py_ssize_t given)
{
    if (given != 4 || !PyDict_Check(args[0])) {
        PyErr_SetString(PyExc_TypeError, "kept() takes a dict, a key, a value and a number");
        return NULL;
    }
    Py_ssize_t most = PyLong_AsSsize_t(args[3]);
    if (most == -1 && PyErr_Occurred())
        return NULL;
    if (PyDict_GET_SIZE(args[0]) >= most)
        PyDict_Clear(args[0]);
    return PyDict_SetItem(args[0], args[1], args[2]) < 0 ? NULL : Py_NewRef(args[2]);
}

/* The list with one more, which becomes its own; NULL where there is none. */
static PyObject *
with(PyObject *found, PyObject *one)
{
    if (one == NULL || PyList_Append(found, one) < 0)
        Py_CLEAR(found);
    Py_XDECREF(one);
    return found;
}

/* spots(text, letters): where one of a few letters stands, in order. */
static PyObject *
spots(PyObject *module, PyObject *const *args, Py_ssize_t given)
{
    if (given != 2 || !PyUnicode_Check(args[0]) || !PyUnicode_Check(args[1])) {
        PyErr_SetString(PyExc_TypeError, "spots() takes a text and letters");
        return NULL;
    }
    Py_UCS4 sought[256] = {0}; /* by the lower half of each letter */
    int alike = 0;             /* whether two have one lower half */
    for (Py_ssize_t at = 0; at < PyUnicode_GET_LENGTH(args[1]); at++) {
        Py_UCS4 letter = PyUnicode_READ_CHAR(args[1], at);
        alike |= sought[letter & 255] != 0;
        sought[letter & 255] = letter;
    }
    PyObject *found = PyList_New(0);
    int kind = PyUnicode_KIND(args[0]);
    const void *text = PyUnicode_DATA(args[0]);
    for (Py_ssize_t at = 0; found != NULL && at < PyUnicode_GET_LENGTH(args[0]); at++) {
        Py_UCS4 letter = PyUnicode_READ(kind, text, at);
        if (letter == 0 || alike ? PyUnicode_FindChar(args[1], letter, 0, PyUnicode_GET_LENGTH(args[1]), 1) >= 0
                                 : sought[letter & 255] == letter)
            found = with(found, PyLong_FromSsize_t(at));
    }
    return found;
}

static int
is_digit(Py_UCS4 letter)
{
    return letter >= '0' && letter <= '9';
}

static int
is_letter(Py_UCS4 letter)
{
    if (letter < 128)
        return (letter >= 'A' && letter <= 'Z') || (letter >= 'a' && letter <= 'z');
    return (letter >= 0x621 && letter <= 0x63a) || (letter >= 0x641 && letter <= 0x64a) || (letter >= 0x671 && letter <= 0x6d3);
}

/* gaps(text): where all but a single space stands between two words of letters or digits, and where nothing stands between digits and
   letters, each as (start, stop). */
static PyObject *
gaps(PyObject *module, PyObject *asked)
{
    if (!PyUnicode_Check(asked)) {
        PyErr_SetString(PyExc_TypeError, "gaps() takes a text");
        return NULL;
    }
    PyObject *found = PyList_New(0);
    int kind = PyUnicode_KIND(asked);
    const void *text = PyUnicode_DATA(asked);
    Py_ssize_t length = PyUnicode_GET_LENGTH(asked), start = 0; /* of all that is no word, up to here */
    int digit = 0;                                              /* whether a digit stood right before */
    for (Py_ssize_t at = 0; found != NULL && at <= length; at++) {
        Py_UCS4 letter = at < length ? PyUnicode_READ(kind, text, at) : 'a';
        int number = is_digit(letter);
        if (!number && !is_letter(letter)) {
            digit = 0;
            continue;
        }
        int lone = at - start == 1 && PyUnicode_READ(kind, text, start) == ' ';
        if ((start < at && !lone) || (digit && !number && at < length))
            found = with(found, Py_BuildValue("(nn)", start, at));
        digit = number;
        start = at + 1;
    }
    return found;
}

static int
in_word(Py_UCS4 letter)
{
    return letter == '_' || Py_UNICODE_ISALNUM(letter);
}

/* words(text): as re.findall(r"\w+", text). */
static PyObject *
words(PyObject *module, PyObject *asked)
{
    if (!PyUnicode_Check(asked)) {
        PyErr_SetString(PyExc_TypeError, "words() takes a text");
        return NULL;
    }
    PyObject *found = PyList_New(0);
    int kind = PyUnicode_KIND(asked);
    const void *text = PyUnicode_DATA(asked);
    Py_ssize_t length = PyUnicode_GET_LENGTH(asked), start = 0;
    for (Py_ssize_t at = 0; found != NULL && at <= length; at++) {
        if (at < length && in_word(PyUnicode_READ(kind, text, at)))
            continue;
        if (start < at)
            found = with(found, PyUnicode_Substring(asked, start, at));
        start = at + 1;
    }
    return found;
}

/* threes(words): each three strings of a list that follow each other, with spaces between them. */
static PyObject *
threes(PyObject *module, PyObject *asked)
{
    if (!PyList_Check(asked)) {
        PyErr_SetString(PyExc_TypeError, "threes() takes a list");
        return NULL;
    }
    PyObject *found = PyList_New(0);
    for (Py_ssize_t at = 0; found != NULL && at + 2 < PyList_GET_SIZE(asked); at++) {
        PyObject **word = ((PyListObject *)asked)->ob_item + at;
        Py_ssize_t length = 2;
        Py_UCS4 most = 0;
        for (int part = 0; part < 3; part++) {
            if (!PyUnicode_Check(word[part])) {
                PyErr_SetString(PyExc_TypeError, "threes() takes strings");
                Py_DECREF(found);
                return NULL;
            }
            length += PyUnicode_GET_LENGTH(word[part]);
            most = Py_MAX(most, PyUnicode_MAX_CHAR_VALUE(word[part]));
        }
        PyObject *joined = PyUnicode_New(length, most);
        Py_ssize_t stop = 0;
        for (int part = 0; joined != NULL && part < 3; part++) {
            if (part > 0)
                PyUnicode_WRITE(PyUnicode_KIND(joined), PyUnicode_DATA(joined), stop++, ' ');
            Py_ssize_t many = PyUnicode_GET_LENGTH(word[part]);
            if (PyUnicode_KIND(joined) == PyUnicode_KIND(word[part]))
                memcpy((char *)PyUnicode_DATA(joined) + stop * PyUnicode_KIND(joined), PyUnicode_DATA(word[part]),
                       many * PyUnicode_KIND(joined));
            else if (PyUnicode_CopyCharacters(joined, stop, word[part], 0, many) < 0)
                Py_CLEAR(joined);
            stop += many;
        }
        found = with(found, joined);
    }
    return found;
}

/* The numbers of a list, to be freed; NULL with an error. */
static Py_ssize_t *
numbers(PyObject *list)
{
    if (!PyList_Check(list))
        return PyErr_SetString(PyExc_TypeError, "no list of numbers"), NULL;
    Py_ssize_t *found = PyMem_New(Py_ssize_t, PyList_GET_SIZE(list) + 1);
    if (found == NULL)
        return (Py_ssize_t *)PyErr_NoMemory();
    for (Py_ssize_t at = 0; at < PyList_GET_SIZE(list); at++)
        found[at] = PyLong_AsSsize_t(PyList_GET_ITEM(list, at));
    if (PyErr_Occurred())
        PyMem_Free(found), found = NULL;
    return found;
}

/* A hit of each meaning, put into the list of its kind; 0 with an error. place: where it begins with particles, ends, and begins. */
static int
put(PyObject *told, PyObject *found, PyObject *crowded, PyObject *proclitic, Py_ssize_t const *place, PyObject *hit)
{
    PyObject *first = PyLong_FromSsize_t(place[0]), *end = PyLong_FromSsize_t(place[1]), *begin = PyLong_FromSsize_t(place[2]);
    int fine = first != NULL && end != NULL && begin != NULL;
    for (Py_ssize_t at = 0; fine && at < PyTuple_GET_SIZE(told); at++) {
        PyObject *kind = PyTuple_GET_ITEM(PyTuple_GET_ITEM(told, at), 0), *value = PyTuple_GET_ITEM(PyTuple_GET_ITEM(told, at), 1);
        PyObject *hits = PyDict_GetItemWithError(found, kind);
        if (hits == NULL && !PyErr_Occurred())
            PyErr_SetObject(PyExc_KeyError, kind);
        Py_ssize_t many = hits == NULL ? 0 : PyList_GET_SIZE(hits);
        if (many > 0 && place[0] < PyLong_AsSsize_t(PyTuple_GET_ITEM(PyList_GET_ITEM(hits, many - 1), 1)))
            fine = PySet_Add(crowded, kind) == 0;
        PyObject *fields[] = {first, end, kind, value, proclitic, begin};
        PyObject *one = hits == NULL || !fine ? NULL : filled(hit, fields, 6);
        fine = one != NULL && PyList_Append(hits, one) == 0;
        Py_XDECREF(one);
    }
    Py_XDECREF(first);
    Py_XDECREF(end);
    Py_XDECREF(begin);
    return fine;
}

/* placed(matches, line, starts, shifts, found, bare, known, behind, unseen, any, furthest, Hit): as Matcher._placed. */
static PyObject *
placed(PyObject *module, PyObject *const *args, Py_ssize_t given)
{
    if (given != 12 || !PyList_Check(args[0]) || !PyUnicode_Check(args[1]) || !PyDict_Check(args[4]) || !PyList_Check(args[5])) {
        PyErr_SetString(PyExc_TypeError, "placed() takes the twelve things that a matcher has");
        return NULL;
    }
    PyObject *matches = args[0], *line = args[1], *bare = args[5], *known = args[6], *unseen = args[8], *any = args[9];
    Py_ssize_t furthest = PyLong_AsSsize_t(args[10]), piece = 0;
    int kind = PyUnicode_KIND(line);
    const void *text = PyUnicode_DATA(line);
    Py_ssize_t *starts = numbers(args[2]), *shifts = starts == NULL ? NULL : numbers(args[3]);
    PyObject *crowded = shifts == NULL ? NULL : PySet_New(NULL), *nothing = PyUnicode_New(0, 0);
    for (Py_ssize_t at = 0; crowded != NULL && nothing != NULL && at < PyList_GET_SIZE(matches); at++) {
        PyObject *match = PyList_GET_ITEM(matches, at), *key = PyTuple_GET_ITEM(match, 2);
        Py_ssize_t start = PyLong_AsSsize_t(PyTuple_GET_ITEM(match, 0)), stop = PyLong_AsSsize_t(PyTuple_GET_ITEM(match, 1)), head = start;
        PyObject *told = PyList_GET_ITEM(bare, PyLong_AsSsize_t(key)), *proclitic = Py_NewRef(nothing);
        if (PyUnicode_READ(kind, text, start - 1) != ' ') { /* mostly the end of a longer word */
            Py_ssize_t lowest = start > furthest ? start - furthest : 0;
            while (head > lowest && PyUnicode_READ(kind, text, head - 1) != ' ')
                head--;
            if (head == lowest)
                head = 0; /* too far back */
            Py_SETREF(proclitic, head > 0 ? PyUnicode_Substring(line, head, start) : Py_NewRef(nothing));
            int fits = proclitic == NULL ? -1 : head > 0 ? PySet_Contains(any, proclitic) : 0;
            if (fits > 0)
                told = PyDict_GetItemWithError(PyList_GET_ITEM(known, PyLong_AsSsize_t(key)), proclitic);
            if (fits < 0)
                Py_CLEAR(crowded);
            if (fits <= 0) {
                Py_XDECREF(proclitic);
                continue;
            }
            told = told == NULL ? unseen : told;
        }
        Py_INCREF(told);
        if (told == unseen)
            Py_SETREF(told, PyObject_CallFunctionObjArgs(args[7], key, proclitic, NULL));
        if (told != NULL && PyTuple_GET_SIZE(told) > 0) {
            while (starts[piece + 1] <= stop - 2) /* matches come in the order of their ends */
                piece++;
            Py_ssize_t from = piece;
            while (starts[from] > start)
                from--;
            Py_ssize_t place[] = {head + shifts[from], stop - 1 + shifts[piece], start + shifts[from]};
            if (!put(told, args[4], crowded, proclitic, place, args[11]))
                Py_CLEAR(crowded);
        }
        if (told == NULL)
            Py_CLEAR(crowded);
        Py_XDECREF(told);
        Py_DECREF(proclitic);
    }
    if (crowded != NULL && PyErr_Occurred())
        Py_CLEAR(crowded);
    Py_XDECREF(nothing);
    PyMem_Free(starts);
    PyMem_Free(shifts);
    return crowded;
}

static PyMethodDef methods[] = {
    {"made", (PyCFunction)(void (*)(void))made, METH_FASTCALL, NULL},
    {"maker", maker, METH_O, NULL},
    {"bisect_left", (PyCFunction)(void (*)(void))bisect_left, METH_FASTCALL, NULL},
    {"bisect_right", (PyCFunction)(void (*)(void))bisect_right, METH_FASTCALL, NULL},
    {"inside", (PyCFunction)(void (*)(void))inside, METH_FASTCALL, NULL},
    {"any_inside", (PyCFunction)(void (*)(void))any_inside, METH_FASTCALL, NULL},
    {"whole", (PyCFunction)(void (*)(void))whole, METH_FASTCALL, NULL},
    {"kept", (PyCFunction)(void (*)(void))kept, METH_FASTCALL, NULL},
    {"placed", (PyCFunction)(void (*)(void))placed, METH_FASTCALL, NULL},
    {"spots", (PyCFunction)(void (*)(void))spots, METH_FASTCALL, NULL},
    {"gaps", gaps, METH_O, NULL},
    {"words", words, METH_O, NULL},
    {"threes", threes, METH_O, NULL},
    {NULL, NULL, 0, NULL},
};

static struct PyModuleDef definition = {PyModuleDef_HEAD_INIT, "rasad__short", NULL, -1, methods, NULL, NULL, NULL, NULL};

PyMODINIT_FUNC
PyInit_rasad__short(void)
{
    return PyModule_Create(&definition);
}
