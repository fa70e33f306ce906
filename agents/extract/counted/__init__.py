"""Counted: people of whom a noun of their own, a number or a place says what befell them, without a verb that reaches them.

«28 قتيلا», «ارتفع عدد القتلى إلى 11», «جثث ثمانية أشخاص»; and those who are counted on from people told of before them («بينهم طفلان»).
"""
