-- The smallest post: a text over colours, for three seconds.
return text "Hello, remix" :over(gradient("#ff5f6d", "#ffc371")) :lasting(3)
